package fr.aisneneo.example.benchmarks.receipt;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.experiment.Race;
import fr.aisneneo.example.benchmarks.report.Aim;
import fr.aisneneo.example.benchmarks.report.Chapter;
import fr.aisneneo.example.benchmarks.report.Comparison;
import java.util.List;

/** What it costs that nothing can be rewritten. */
public final class ReceiptRaces {
    private static final Contender SEALED = JournalSide.sealed();
    private static final Contender UNSEALED = JournalSide.unsealed();
    private static final int CALLERS = 8;
    private static final String JOURNAL = "journal-" + CALLERS;

    private ReceiptRaces() {}

    /**
     * The chapter.
     *
     * @return what is measured, and its rows
     */
    public static Chapter chapter() {
        return new Chapter(
                "Receipts",
                """
                The journal on the embedded engine, with and without its Merkle tree, and how long it takes to verify the tree from its leaves.
                """,
                List.of(new Race(JOURNAL, CALLERS, List.of(SEALED, UNSEALED)), new LeavesExperiment()),
                List.of(
                        new Comparison(
                                "commits per second of an event with " + CALLERS + " callers: sealed by unsealed",
                                JOURNAL,
                                SEALED.name(),
                                UNSEALED.name(),
                                Aim.none(),
                                "what the leaf, its nodes and the signed checkpoint cost: the time of sealing everything that was committed counts.",
                                ""),
                        new Comparison(
                                "seconds to verify 1 million leaves",
                                LeavesExperiment.SECONDS,
                                LeavesExperiment.VERIFIER,
                                null,
                                new Aim.Below(1),
                                "`LogVerifier`, which anybody may run, on one core: every leaf, of the size of an event, and every node is hashed with the"
                                        + " SHA-256 of the JDK, and the root compared; the leaves are there. The same code first verifies a log that the SDK"
                                        + " sealed against its signed checkpoint.",
                                "The hashing is that of the JDK, on one core; where the processor has no instructions for SHA-256, or the JDK does not"
                                        + " use them, it takes several times as long."),
                        new Comparison(
                                "events per second: Receipts.audit",
                                LeavesExperiment.AUDITED,
                                LeavesExperiment.SDK,
                                null,
                                Aim.none(),
                                "the SDK's own audit, which reads every event from the journal, makes its leaf anew, and compares it with what was sealed.",
                                "")));
    }
}
