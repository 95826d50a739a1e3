package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.AppendingCaller.Group;
import fr.aisneneo.core.tck.history.Operation;
import fr.aisneneo.core.tck.history.Outcome;
import fr.aisneneo.core.tck.history.RecordedTransaction;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What {@link KilledCallers} reported until they were killed, and what is in the store afterwards: one history, to be
 * judged as a whole. An acknowledged append that is not there in the end is lost. Used by one thread.
 */
final class KilledHistory {
    private static final int AUDITOR = 1_000;

    private final String prefix;
    private final long seed;
    private final HistoryLines lines = new HistoryLines();
    private boolean refused;

    /**
     * A history that has not begun.
     *
     * @param prefix of the names of its lists, which nobody else uses
     */
    KilledHistory(String prefix, long seed) {
        this.prefix = prefix;
        this.seed = seed;
    }

    /** Starts the other JVM. */
    ChildJvm start(DurableContract contract, Path directory) {
        return ChildJvm.start(contract, ChildMain.Job.HISTORY, directory, prefix, seed);
    }

    /** Takes in what it reports until so many transactions were acknowledged, or some time has passed, or it ends. */
    void follow(ChildJvm child, int acknowledgements, Duration longest) {
        long end = System.nanoTime() + longest.toNanos();
        for (int left = acknowledgements; left > 0 && System.nanoTime() - end < 0; ) {
            String line = child.next();
            if (line == null) {
                return;
            }
            note(line);
            left -= line.endsWith(Outcome.COMMITTED.name()) ? 1 : 0;
        }
    }

    /** Takes in what it reports. */
    void note(String line) {
        if (line.startsWith("REFUSED ")) {
            refused = true;
        } else if (!line.equals("OPENED") && !lines.note(line)) {
            throw new AssertionError(prefix + ", seed " + seed + ": the killed process reported " + line);
        }
    }

    /** Whether it could not open the store. */
    boolean refused() {
        return refused;
    }

    /**
     * Reads everything back, and fails if the whole cannot be explained. Again at any later time: then nothing may have
     * changed, but for what a server did only now although the process that had asked for it was dead already.
     */
    void judge(Storage storage) {
        lines.cutOff();
        SplittableRandom random = new SplittableRandom(seed);
        AppendingCaller auditor = new AppendingCaller(
                new Space(storage, Ledger.TENANT),
                new AtomicLong(),
                random,
                lines.auditing(AUDITOR),
                AppendingCaller.SOUND);
        for (Group group : groups()) {
            Outcome outcome = Outcome.ABORTED;
            for (int attempt = 0; attempt < 100 && outcome != Outcome.COMMITTED; attempt++) {
                outcome = auditor.audit(group);
            }
            assertThat(outcome).as("the audit of %s", group).isEqualTo(Outcome.COMMITTED);
        }
        HistoryRun.judge(lines.history(), prefix + ", seed " + seed);
    }

    private List<Group> groups() {
        TreeSet<Long> numbers = new TreeSet<>();
        for (RecordedTransaction transaction : lines.history()) {
            for (Operation operation : transaction.operations()) {
                String[] parts = operation.list().split("-", -1);
                numbers.add(Long.parseLong(parts[parts.length - 2]));
            }
        }
        return numbers.stream()
                .map(number -> KilledCallers.group(prefix, number))
                .toList();
    }

    /** How many transactions ended so. */
    long count(Outcome outcome) {
        return lines.history().stream()
                .filter(transaction -> transaction.caller() != AUDITOR && transaction.outcome() == outcome)
                .count();
    }
}
