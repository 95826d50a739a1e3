package fr.aisneneo.core.tck.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Writes down what concurrent callers do, on a clock of its own that counts events: what it says happened before
 * something else did so in real time. Thread-safe.
 *
 * <pre>{@code
 * HistoryRecorder.Running running = recorder.begin(caller);   // before the transaction is begun
 * running.append("a", 17);                                    // beside each operation
 * running.committed();                                        // behind the return of commit()
 * }</pre>
 */
public final class HistoryRecorder {
    private final AtomicLong clock = new AtomicLong();
    private final Queue<RecordedTransaction> done = new ConcurrentLinkedQueue<>();

    /** A recorder that has seen nothing. */
    public HistoryRecorder() {}

    /**
     * Notes that a caller is about to begin a transaction.
     *
     * @param caller who
     * @return where to write down what it does; one of the three ends must follow
     */
    public Running begin(int caller) {
        return new Running(caller, clock.incrementAndGet());
    }

    /**
     * All transactions that have ended.
     *
     * @return them in the order in which they began
     */
    public List<RecordedTransaction> history() {
        return done.stream()
                .sorted(Comparator.comparingLong(RecordedTransaction::began))
                .toList();
    }

    /** A transaction that is running. Belongs to one thread. */
    public final class Running {
        private final int caller;
        private final long began;
        private final List<Operation> operations = new ArrayList<>();

        private Running(int caller, long began) {
            this.caller = caller;
            this.began = began;
        }

        /**
         * A value was appended.
         *
         * @param list to which list
         * @param value the value
         */
        public void append(String list, long value) {
            operations.add(new Operation.Append(list, value));
        }

        /**
         * A list was read.
         *
         * @param list the list
         * @param values what it held
         */
        public void read(String list, List<Long> values) {
            operations.add(new Operation.Read(list, values));
        }

        /** The commit returned. */
        public void committed() {
            end(Outcome.COMMITTED);
        }

        /** It was rolled back or refused: nothing of it was written. */
        public void aborted() {
            end(Outcome.ABORTED);
        }

        /** The commit was asked for and its answer is missing. */
        public void unknown() {
            end(Outcome.UNKNOWN);
        }

        private void end(Outcome outcome) {
            done.add(new RecordedTransaction(caller, began, clock.incrementAndGet(), outcome, operations));
        }
    }
}
