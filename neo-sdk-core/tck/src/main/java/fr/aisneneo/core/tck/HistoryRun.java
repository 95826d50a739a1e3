package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.tck.AppendingCaller.Group;
import fr.aisneneo.core.tck.history.Finding;
import fr.aisneneo.core.tck.history.HistoryChecker;
import fr.aisneneo.core.tck.history.HistoryRecorder;
import fr.aisneneo.core.tck.history.Outcome;
import fr.aisneneo.core.tck.history.RecordedTransaction;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Phaser;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** Concurrent callers on one group of lists, what they saw, and the verdict on it. */
final class HistoryRun {
    private static final int SHORT_CALLERS = 3;
    private static final int SHORT_LISTS = 2;
    /** One more than there may be callers. */
    private static final int AUDITOR = 1_000;

    private final HistoryRecorder recorder = new HistoryRecorder();
    private final AtomicLong values = new AtomicLong();
    private final Group group;
    private final long seed;
    private final Predicate<ErrorCode> expected;

    /** A run that has not begun; what its transactions do follows from the seed, when they do it does not. */
    HistoryRun(Group group, long seed, Predicate<ErrorCode> expected) {
        this.group = group;
        this.seed = seed;
        this.expected = expected;
    }

    /** Runs many histories of a few transactions, judges each, and returns how many. */
    static int shortOnes(Space space, long seed, int count, Predicate<ErrorCode> expected) {
        List<HistoryRun> runs = IntStream.range(0, count)
                .mapToObj(number ->
                        new HistoryRun(new Group("short-" + number, SHORT_LISTS), seed * 1_000_003 + number, expected))
                .toList();
        // They begin each history together; one that fails leaves, so that the others do not wait for it.
        Phaser start = new Phaser(SHORT_CALLERS);
        Crowd.run(SHORT_CALLERS, caller -> {
            try {
                for (HistoryRun run : runs) {
                    start.arriveAndAwaitAdvance();
                    run.call(space, caller, 2 + caller % 2);
                }
            } finally {
                start.arriveAndDeregister();
            }
        });
        runs.forEach(run -> run.audit(space));
        runs.forEach(HistoryRun::judge);
        return runs.size();
    }

    /** Many callers, each with so many transactions. */
    void crowd(Space space, int callers, int transactions) {
        Crowd.run(callers, caller -> call(space, caller, transactions));
    }

    private void call(Space space, int caller, int transactions) {
        AppendingCaller appending = caller(space, caller);
        for (int number = 0; number < transactions; number++) {
            appending.next(group);
        }
    }

    private AppendingCaller caller(Space space, int caller) {
        SplittableRandom random = new SplittableRandom(seed * 31 + caller);
        return new AppendingCaller(space, values, random, TransactionLog.into(recorder, caller), expected);
    }

    /** Reads everything at the end; what is missing then is lost. */
    void audit(Space space) {
        AppendingCaller auditor = caller(space, AUDITOR);
        Outcome outcome = Outcome.ABORTED;
        for (int attempt = 0; attempt < 100 && outcome != Outcome.COMMITTED; attempt++) {
            outcome = auditor.audit(group);
        }
        assertThat(outcome).as("the audit of seed %s", seed).isEqualTo(Outcome.COMMITTED);
    }

    /** How many transactions ended so. */
    long count(Outcome outcome) {
        return recorder.history().stream()
                .filter(transaction -> transaction.outcome() == outcome)
                .count();
    }

    /** Fails if what was seen cannot be explained. */
    void judge() {
        judge(recorder.history(), "seed " + seed);
    }

    /** Fails if a history cannot be explained, and says which transactions are involved. */
    static void judge(List<RecordedTransaction> history, String where) {
        List<Finding> findings = HistoryChecker.check(history);
        assertThat(findings)
                .as(() -> where + ", " + describe(findings, history))
                .isEmpty();
    }

    private static String describe(List<Finding> findings, List<RecordedTransaction> history) {
        StringBuilder text = new StringBuilder("the transactions involved:");
        findings.stream()
                .flatMap(finding -> finding.transactions().stream())
                .distinct()
                .sorted()
                .forEach(index -> text.append("\n  ").append(index).append(": ").append(history.get(index)));
        return text.toString();
    }
}
