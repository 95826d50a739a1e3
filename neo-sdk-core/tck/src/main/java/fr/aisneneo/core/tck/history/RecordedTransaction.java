package fr.aisneneo.core.tck.history;

import java.util.List;

/**
 * A transaction as its caller saw it. Immutable.
 *
 * @param caller who ran it: callers run their transactions one after the other
 * @param began when the caller asked for it, in any unit, on a clock that all callers share
 * @param ended when the answer to the commit or rollback came; not before {@code began}; means nothing where the
 *     outcome is unknown
 * @param outcome how it ended
 * @param operations what it did, in that order
 */
public record RecordedTransaction(int caller, long began, long ended, Outcome outcome, List<Operation> operations) {
    /** Copies the operations. */
    public RecordedTransaction {
        if (ended < began) {
            throw new IllegalArgumentException("Ended at " + ended + ", before it began at " + began);
        }
        operations = List.copyOf(operations);
    }

    @Override
    public String toString() {
        return "caller " + caller + " [" + began + ", " + (outcome == Outcome.UNKNOWN ? "?" : ended) + "] " + outcome
                + " " + operations;
    }
}
