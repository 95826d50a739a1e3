package fr.aisneneo.core.tck.history;

import fr.aisneneo.core.tck.history.Observations.Seen;
import fr.aisneneo.core.tck.history.Observations.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Derives who must come before whom. A value that nobody read stands behind all that were: lists only grow. Among
 * themselves such values may stand in any order, since nobody saw it.
 */
final class Dependencies {
    private final Observations observations;
    private final Set<Edge> edges = new HashSet<>();

    /** One dependency. */
    record Edge(int from, int to, Dependency kind) {}

    private Dependencies(Observations observations) {
        this.observations = observations;
    }

    static List<Edge> of(Observations observations) {
        Dependencies dependencies = new Dependencies(observations);
        Set<String> lists = new HashSet<>(observations.appends().keySet());
        lists.addAll(observations.reads().keySet());
        lists.forEach(dependencies::derive);
        dependencies.realTime();
        return List.copyOf(dependencies.edges);
    }

    private void add(@Nullable Integer from, @Nullable Integer to, Dependency kind) {
        if (from != null
                && to != null
                && !from.equals(to)
                && observations.happened(from)
                && observations.happened(to)) {
            edges.add(new Edge(from, to, kind));
        }
    }

    private void derive(String list) {
        List<Long> order = observations.order(list);
        List<Integer> unseen = unseen(list, order);
        for (int at = 1; at < order.size(); at++) {
            add(writer(list, order, at - 1), writer(list, order, at), Dependency.WW);
        }
        for (Integer last : unseen) {
            add(writer(list, order, order.size() - 1), last, Dependency.WW);
        }
        for (Seen read : observations.reads().getOrDefault(list, List.of())) {
            int length = read.values().size();
            if (!order.subList(0, length).equals(read.values())) {
                continue; // said already: its place is not known
            }
            add(writer(list, order, read.others().size() - 1), read.reader(), Dependency.WR);
            if (length < order.size()) {
                add(read.reader(), writer(list, order, length), Dependency.RW);
            } else {
                unseen.forEach(next -> add(read.reader(), next, Dependency.RW));
            }
        }
    }

    private @Nullable Integer writer(String list, List<Long> order, int at) {
        return at < 0 ? null : observations.writer(list, order.get(at));
    }

    /** Who appended what nobody read. */
    private List<Integer> unseen(String list, List<Long> order) {
        Set<Long> seen = new HashSet<>(order);
        List<Integer> unseen = new ArrayList<>();
        for (Value append : observations.appends().getOrDefault(list, List.of())) {
            Integer writer = observations.writer(list, append.value());
            if (writer != null && !seen.contains(append.value())) {
                unseen.add(writer);
            }
        }
        return unseen;
    }

    /**
     * From each transaction to those that began after its end, but for what follows from others: at each begin an edge
     * from everybody who has ended and is not yet known to be before somebody else who has.
     */
    private void realTime() {
        List<RecordedTransaction> history = observations.history();
        List<Integer> byBegin = IntStream.range(0, history.size())
                .filter(observations::happened)
                .boxed()
                .sorted((one, other) -> Long.compare(
                        history.get(one).began(), history.get(other).began()))
                .toList();
        PriorityQueue<Integer> running = new PriorityQueue<>((one, other) ->
                Long.compare(history.get(one).ended(), history.get(other).ended()));
        List<Integer> front = new ArrayList<>();
        Map<Integer, List<Integer>> before = new java.util.HashMap<>();
        for (int next : byBegin) {
            while (!running.isEmpty()
                    && history.get(running.element()).ended()
                            < history.get(next).began()) {
                int ended = running.remove();
                front.removeAll(before.getOrDefault(ended, List.of()));
                front.add(ended);
            }
            for (int ended : front) {
                add(ended, next, Dependency.RT);
            }
            before.put(next, List.copyOf(front));
            if (history.get(next).outcome() == Outcome.COMMITTED) {
                running.add(next);
            }
        }
    }
}
