package fr.aisneneo.core.tck.history;

import fr.aisneneo.core.tck.history.Operation.Append;
import fr.aisneneo.core.tck.history.Operation.Read;
import java.util.ArrayList;
import java.util.List;

/**
 * Histories written by hand: each transaction as a time span, an outcome, and words such as {@code a+1} and
 * {@code a=1,2}.
 */
final class Histories {
    private final List<RecordedTransaction> transactions = new ArrayList<>();

    /** A transaction that was committed and overlaps with all others. */
    Histories committed(String... operations) {
        return add(0, 1_000, Outcome.COMMITTED, operations);
    }

    Histories committed(long began, long ended, String... operations) {
        return add(began, ended, Outcome.COMMITTED, operations);
    }

    Histories aborted(String... operations) {
        return add(0, 1_000, Outcome.ABORTED, operations);
    }

    Histories unknown(long began, String... operations) {
        return add(began, began, Outcome.UNKNOWN, operations);
    }

    private Histories add(long began, long ended, Outcome outcome, String... operations) {
        List<Operation> parsed = new ArrayList<>();
        for (String operation : operations) {
            String list = operation.substring(0, 1);
            String rest = operation.substring(2);
            if (operation.charAt(1) == '+') {
                parsed.add(new Append(list, Long.parseLong(rest)));
            } else {
                List<Long> values = new ArrayList<>();
                for (String value : rest.isEmpty() ? new String[0] : rest.split(",", -1)) {
                    values.add(Long.parseLong(value));
                }
                parsed.add(new Read(list, values));
            }
        }
        transactions.add(new RecordedTransaction(transactions.size(), began, ended, outcome, parsed));
        return this;
    }

    List<RecordedTransaction> history() {
        return transactions;
    }

    List<Finding> findings() {
        return HistoryChecker.check(transactions);
    }

    List<Anomaly> anomalies() {
        return findings().stream().map(Finding::anomaly).toList();
    }
}
