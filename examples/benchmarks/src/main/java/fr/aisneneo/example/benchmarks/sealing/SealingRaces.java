package fr.aisneneo.example.benchmarks.sealing;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.experiment.Race;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.List;

/** What it costs that a person can be erased. */
public final class SealingRaces {
    private static final int CALLERS = 8;
    private static final String KEY = "sealing-" + CALLERS;
    private static final Contender SEALED = SealedNeighbours.contender();
    private static final Contender CLEAR = ClearNeighbours.contender();

    private SealingRaces() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        return new Chapter(
                "Sealed personal data",
                """
                Commits a second on the embedded engine of one document of personal data, 400 bytes of JSON, in a collection that is sealed and in one that is
                not. Both have two index entries, by owner and by e-mail, which in the sealed one is a blind index. The keys are in files and those of the
                owners are there when it begins, as they are for people who are known. In the end every document is read, opened and compared with
                what was written.
                """,
                List.of(new Race(KEY, CALLERS, List.of(SEALED, CLEAR))),
                List.of(new Comparison(
                        "commits per second of personal data with " + CALLERS + " callers: sealed by in the clear",
                        KEY,
                        SEALED.name(),
                        CLEAR.name(),
                        new Aim.Ratio(0.85),
                        "what is left with AES-256-GCM, a keyed hash for the index, and a look whether the owner was erased.",
                        "Little of it is encryption. The document is split, bound to its place, looked up among the erasures and written with an"
                                + " envelope; all of that within the transaction, of which one writes at a time. What is sealed stands in"
                                + " base64, which makes it a third longer in the log and on the disk.")));
    }
}
