package fr.aisneneo.core.tck.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The definition, tried out: runs the transactions in every order, with every choice of the unknown ones, until one
 * explains all reads. For a handful of transactions.
 */
final class EveryOrder {
    private final List<RecordedTransaction> history;

    EveryOrder(List<RecordedTransaction> history) {
        this.history = history.stream()
                .filter(transaction -> transaction.outcome() != Outcome.ABORTED)
                .toList();
    }

    boolean explains() {
        return explains(new HashMap<>(), new ArrayList<>(history));
    }

    private boolean explains(Map<String, List<Long>> state, List<RecordedTransaction> left) {
        if (left.stream().allMatch(transaction -> transaction.outcome() == Outcome.UNKNOWN)) {
            return true;
        }
        for (RecordedTransaction next : left) {
            boolean tooEarly = left.stream()
                    .anyMatch(other -> other.outcome() == Outcome.COMMITTED && other.ended() < next.began());
            Map<String, List<Long>> after = tooEarly ? null : run(state, next);
            if (after != null) {
                List<RecordedTransaction> rest = new ArrayList<>(left);
                rest.remove(next);
                if (explains(after, rest)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Map<String, List<Long>> run(Map<String, List<Long>> before, RecordedTransaction transaction) {
        Map<String, List<Long>> state = new HashMap<>(before);
        for (Operation operation : transaction.operations()) {
            List<Long> values = state.getOrDefault(operation.list(), List.of());
            if (operation instanceof Operation.Append append) {
                List<Long> more = new ArrayList<>(values);
                more.add(append.value());
                state.put(append.list(), more);
            } else if (operation instanceof Operation.Read read
                    && !read.values().equals(values)) {
                return null;
            }
        }
        return state;
    }
}
