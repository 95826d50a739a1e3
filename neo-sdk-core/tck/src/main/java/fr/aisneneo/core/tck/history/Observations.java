package fr.aisneneo.core.tck.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What a history says about each list: who appended what, who read what, and the longest state that was read. */
final class Observations {
    private final List<RecordedTransaction> history;
    private final Map<Value, Integer> writers = new HashMap<>();
    private final boolean[] counted;
    private final Map<String, List<Seen>> reads = new TreeMap<>();
    private final Map<String, List<Long>> orders = new TreeMap<>();
    private final Map<String, List<Value>> appends = new TreeMap<>();

    /** A value of a list. */
    record Value(String list, long value) {}

    /**
     * What a transaction saw of a list.
     *
     * @param reader the transaction
     * @param values what it read
     * @param own how many of the last of them it had appended itself
     */
    record Seen(int reader, List<Long> values, int own) {
        /** What others had appended. */
        List<Long> others() {
            return values.subList(0, Math.max(0, values.size() - own));
        }
    }

    Observations(List<RecordedTransaction> history) {
        this.history = List.copyOf(history);
        counted = new boolean[history.size()];
        collectWriters();
        countThoseThatHappened();
        for (int reader = 0; reader < history.size(); reader++) {
            if (counted[reader]) {
                collect(reader);
            }
        }
        reads.forEach((list, seen) -> orders.put(list, longest(seen)));
    }

    private void collectWriters() {
        for (int writer = 0; writer < history.size(); writer++) {
            for (Operation operation : history.get(writer).operations()) {
                if (operation instanceof Operation.Append append) {
                    Value value = new Value(append.list(), append.value());
                    if (writers.put(value, writer) != null) {
                        throw new IllegalArgumentException("Appended twice: " + append);
                    }
                }
            }
        }
    }

    /** Those that were committed, and of the unknown ones those that show in what these read, and so on. */
    private void countThoseThatHappened() {
        List<Integer> next = new ArrayList<>();
        for (int index = 0; index < counted.length; index++) {
            if (history.get(index).outcome() == Outcome.COMMITTED) {
                counted[index] = true;
                next.add(index);
            }
        }
        while (!next.isEmpty()) {
            int reader = next.remove(next.size() - 1);
            for (Operation operation : history.get(reader).operations()) {
                if (operation instanceof Operation.Read read) {
                    for (long value : read.values()) {
                        Integer writer = writers.get(new Value(read.list(), value));
                        if (writer != null
                                && !counted[writer]
                                && history.get(writer).outcome() == Outcome.UNKNOWN) {
                            counted[writer] = true;
                            next.add(writer);
                        }
                    }
                }
            }
        }
    }

    private void collect(int reader) {
        Map<String, Integer> own = new HashMap<>();
        for (Operation operation : history.get(reader).operations()) {
            String list = operation.list();
            if (operation instanceof Operation.Append append) {
                own.merge(list, 1, Integer::sum);
                appends.computeIfAbsent(list, any -> new ArrayList<>()).add(new Value(list, append.value()));
            } else if (operation instanceof Operation.Read read) {
                reads.computeIfAbsent(list, any -> new ArrayList<>())
                        .add(new Seen(reader, read.values(), own.getOrDefault(list, 0)));
            }
        }
    }

    private static List<Long> longest(List<Seen> seen) {
        List<Long> longest = List.of();
        for (Seen one : seen) {
            if (one.values().size() > longest.size()) {
                longest = one.values();
            }
        }
        return longest;
    }

    List<RecordedTransaction> history() {
        return history;
    }

    RecordedTransaction transaction(int index) {
        return history.get(index);
    }

    /** Whether a transaction is taken to have happened. */
    boolean happened(int transaction) {
        return counted[transaction];
    }

    /** Who appended a value, or null. */
    @Nullable Integer writer(String list, long value) {
        return writers.get(new Value(list, value));
    }

    /** What was read of each list, by transactions that happened. */
    Map<String, List<Seen>> reads() {
        return reads;
    }

    /** The order of a list's values as far as anybody saw it. */
    List<Long> order(String list) {
        return orders.getOrDefault(list, List.of());
    }

    /** What transactions that happened appended, by list; of each one in its order. */
    Map<String, List<Value>> appends() {
        return appends;
    }
}
