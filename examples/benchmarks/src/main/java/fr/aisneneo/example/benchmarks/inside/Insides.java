package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.List;

/** What happens inside. */
public final class Insides {
    private Insides() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        return new Chapter(
                "Inside",
                """
                By JMH, each in a JVM of its own: microseconds of one thread for one call. Fewer are better; there is no rival and no aim.
                """,
                List.of(new InsideExperiment()),
                List.of(
                        row(
                                "encode",
                                "a document of 400 bytes to JSON",
                                "`Codec.encode` of a record with five fields."),
                        row("decode", "a document of 400 bytes from JSON", "`Codec.decode` to the same record."),
                        row("get", "a read in memory", "a transaction that reads a document that was read before."),
                        row(
                                "update",
                                "a write in memory",
                                "a transaction that reads a document and writes it with its two index entries."),
                        row(
                                "issue",
                                "a receipt made",
                                "a receipt for an event of a log of a thousand, read from memory."),
                        row("verify", "a receipt verified", "offline: a leaf, ten nodes, an Ed25519 signature."),
                        row(
                                "slot",
                                "a slot in its zone",
                                "from local time to instants, the change of the clock looked at."),
                        row("isOpen", "an hour in opening hours", "whether an hour is within the opening hours."),
                        row(
                                "openWeek",
                                "a week of opening hours",
                                "the open intervals of the week in which the clock changes.")));
    }

    private static Comparison row(String benchmark, String what, String meaning) {
        return new Comparison(
                "microseconds: " + what, InsideExperiment.MICROS, benchmark, null, Aim.none(), meaning, "");
    }
}
