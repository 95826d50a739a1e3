package fr.aisneneo.core.tck;

import fr.aisneneo.core.tck.history.HistoryRecorder;
import fr.aisneneo.core.tck.history.Operation;
import fr.aisneneo.core.tck.history.Outcome;
import java.util.List;

/** Where {@link AppendingCaller} says what it does. */
interface TransactionLog {
    /** A transaction is about to be begun. */
    void began();

    /** It is about to end, having done this. */
    void did(List<Operation> operations);

    /** It has ended, or could not be begun. */
    void ended(Outcome outcome);

    /** Writes to a recorder of this JVM. Belongs to the thread of the caller. */
    static TransactionLog into(HistoryRecorder recorder, int caller) {
        return new TransactionLog() {
            private HistoryRecorder.Running running = recorder.begin(caller);

            @Override
            public void began() {
                running = recorder.begin(caller);
            }

            @Override
            public void did(List<Operation> operations) {
                for (Operation operation : operations) {
                    if (operation instanceof Operation.Append append) {
                        running.append(append.list(), append.value());
                    } else if (operation instanceof Operation.Read read) {
                        running.read(read.list(), read.values());
                    }
                }
            }

            @Override
            public void ended(Outcome outcome) {
                switch (outcome) {
                    case COMMITTED -> running.committed();
                    case ABORTED -> running.aborted();
                    case UNKNOWN -> running.unknown();
                }
            }
        };
    }
}
