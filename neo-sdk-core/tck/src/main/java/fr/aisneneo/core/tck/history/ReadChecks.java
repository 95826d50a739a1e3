package fr.aisneneo.core.tck.history;

import fr.aisneneo.core.tck.history.Observations.Seen;
import fr.aisneneo.core.tck.history.Observations.Value;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What can be told from single reads, and from pairs of them: everything but cycles. */
final class ReadChecks {
    private final Observations observations;
    private final List<Finding> findings = new ArrayList<>();
    private final Set<Anomaly> found = EnumSet.noneOf(Anomaly.class);

    ReadChecks(Observations observations) {
        this.observations = observations;
    }

    /** The first finding of each kind. */
    List<Finding> findings() {
        for (int index = 0; index < observations.history().size(); index++) {
            if (observations.happened(index)) {
                repeatable(index);
            }
        }
        observations.reads().forEach((list, reads) -> {
            reads.forEach(read -> values(list, read));
            reads.forEach(read -> order(list, read));
            ownOrder(list);
            lostUpdates(list, reads);
        });
        observations.appends().forEach(this::lostAppends);
        return findings;
    }

    private void found(Anomaly anomaly, String what, Integer... transactions) {
        if (found.add(anomaly)) {
            findings.add(new Finding(anomaly, what, List.of(transactions)));
        }
    }

    /** Within a transaction a list changes by its own appends alone. */
    private void repeatable(int index) {
        Map<String, List<Long>> known = new HashMap<>();
        Map<String, List<Long>> own = new HashMap<>();
        for (Operation operation : observations.transaction(index).operations()) {
            String list = operation.list();
            if (operation instanceof Operation.Append append) {
                own.computeIfAbsent(list, any -> new ArrayList<>()).add(append.value());
                known.computeIfPresent(list, (any, before) -> with(before, append.value()));
            } else if (operation instanceof Operation.Read read) {
                List<Long> before = known.put(list, read.values());
                List<Long> mine = own.getOrDefault(list, List.of());
                int others = read.values().size() - mine.size();
                boolean seesOwn = others >= 0
                        && read.values().subList(others, others + mine.size()).equals(mine);
                if (!seesOwn || (before != null && !before.equals(read.values()))) {
                    String expected = before == null ? "… " + mine : before.toString();
                    found(Anomaly.UNREPEATABLE_READ, list + ": " + expected + " became " + read.values(), index);
                }
            }
        }
    }

    private static List<Long> with(List<Long> values, long next) {
        List<Long> more = new ArrayList<>(values);
        more.add(next);
        return more;
    }

    private void values(String list, Seen read) {
        Set<Long> once = new HashSet<>();
        for (long value : read.values()) {
            Integer writer = observations.writer(list, value);
            String what = list + " " + value + " in " + read.values();
            if (!once.add(value)) {
                found(Anomaly.DUPLICATE_APPEND, what, read.reader());
            }
            if (writer == null) {
                found(Anomaly.UNWRITTEN_VALUE, what, read.reader());
            } else if (observations.transaction(writer).outcome() == Outcome.ABORTED) {
                found(Anomaly.ABORTED_READ, what, writer, read.reader());
            }
        }
        List<Long> others = read.others();
        if (!others.isEmpty()) {
            long last = others.get(others.size() - 1);
            Integer writer = observations.writer(list, last);
            if (writer != null && !isLastOf(writer, list, last)) {
                found(Anomaly.INTERMEDIATE_READ, list + " " + last + " at the end of " + others, writer, read.reader());
            }
            for (long value : others) {
                Integer own = observations.writer(list, value);
                if (own != null && own == read.reader()) {
                    found(
                            Anomaly.UNREPEATABLE_READ,
                            list + " " + value + " was read before it was appended",
                            read.reader());
                }
            }
        }
    }

    private boolean isLastOf(int writer, String list, long value) {
        boolean last = false;
        for (Operation operation : observations.transaction(writer).operations()) {
            if (operation instanceof Operation.Append append && append.list().equals(list)) {
                last = append.value() == value;
            }
        }
        return last;
    }

    private void order(String list, Seen read) {
        List<Long> order = observations.order(list);
        if (!order.subList(0, read.values().size()).equals(read.values())) {
            found(Anomaly.INCOMPATIBLE_ORDER, list + ": " + read.values() + " and " + order, read.reader());
        }
    }

    /** A transaction's appends stand in a list in the order in which it made them. */
    private void ownOrder(String list) {
        Map<Integer, Integer> last = new HashMap<>();
        for (long value : observations.order(list)) {
            Integer writer = observations.writer(list, value);
            if (writer != null) {
                int place = observations.transaction(writer).operations().indexOf(new Operation.Append(list, value));
                Integer before = last.put(writer, place);
                if (before != null && before > place) {
                    found(
                            Anomaly.INCOMPATIBLE_ORDER,
                            list + " " + value + " in " + observations.order(list) + " was appended earlier",
                            writer);
                }
            }
        }
    }

    private void lostUpdates(String list, List<Seen> reads) {
        Set<Integer> appending = new HashSet<>();
        for (Value value : observations.appends().getOrDefault(list, List.of())) {
            Integer writer = observations.writer(list, value.value());
            if (writer != null) {
                appending.add(writer);
            }
        }
        Map<List<Long>, Integer> first = new HashMap<>();
        for (Seen read : reads) {
            if (appending.contains(read.reader())) {
                Integer other = first.putIfAbsent(read.others(), read.reader());
                if (other != null && other != read.reader()) {
                    found(
                            Anomaly.LOST_UPDATE,
                            "both read " + list + " " + read.others() + " and appended to it",
                            other,
                            read.reader());
                }
            }
        }
    }

    private void lostAppends(String list, List<Value> appends) {
        Set<Long> seen = new HashSet<>();
        long lastBegan = Long.MIN_VALUE;
        int lastReader = -1;
        for (Seen read : observations.reads().getOrDefault(list, List.of())) {
            seen.addAll(read.values());
            long began = observations.transaction(read.reader()).began();
            if (began > lastBegan) {
                lastBegan = began;
                lastReader = read.reader();
            }
        }
        for (Value append : appends) {
            Integer writer = observations.writer(list, append.value());
            if (writer != null
                    && !seen.contains(append.value())
                    && observations.transaction(writer).outcome() == Outcome.COMMITTED
                    && observations.transaction(writer).ended() < lastBegan) {
                found(Anomaly.LOST_APPEND, list + " " + append.value() + " is in no read of it", writer, lastReader);
            }
        }
    }
}
