package fr.aisneneo.core.tck.history;

import fr.aisneneo.core.tck.history.Dependencies.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Looks for cycles among dependencies and names them by what they consist of: of each kind a short one. Weaker kinds
 * are only looked for where there is any cycle at all.
 */
final class CycleSearch {
    private static final Set<Dependency> WRITES = EnumSet.of(Dependency.WW);
    private static final Set<Dependency> FLOW = EnumSet.of(Dependency.WW, Dependency.WR);
    private static final Set<Dependency> DATA = EnumSet.of(Dependency.WW, Dependency.WR, Dependency.RW);
    private static final Set<Dependency> ALL = EnumSet.allOf(Dependency.class);

    /** How many edges to begin a search with: enough for a short cycle, and bounded where much is wrong. */
    private static final int BEGINNINGS = 200;

    private final int transactions;
    private final List<Edge> edges;

    CycleSearch(int transactions, List<Edge> all) {
        this.transactions = transactions;
        int[] component = Components.of(transactions, all);
        edges = all.stream()
                .filter(edge -> component[edge.from()] == component[edge.to()])
                .sorted(Comparator.comparingInt(Edge::from).thenComparingInt(Edge::to))
                .toList();
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        if (edges.isEmpty()) {
            return findings;
        }
        add(findings, shortest(Dependency.WW, WRITES), Anomaly.WRITE_CYCLE);
        add(findings, shortest(Dependency.WR, FLOW), Anomaly.CIRCULAR_INFORMATION_FLOW);
        List<Edge> single = shortest(Dependency.RW, FLOW);
        add(findings, single, Anomaly.SINGLE_ANTI_DEPENDENCY);
        if (single == null) {
            add(findings, shortest(Dependency.RW, DATA), Anomaly.ANTI_DEPENDENCY_CYCLE);
        }
        if (findings.isEmpty()) {
            add(findings, shortest(Dependency.RT, ALL), Anomaly.REAL_TIME_VIOLATION);
        }
        return findings;
    }

    private static void add(List<Finding> findings, @Nullable List<Edge> cycle, Anomaly anomaly) {
        if (cycle != null) {
            String what = cycle.stream()
                    .map(edge -> edge.from() + " -" + edge.kind().word + "-> " + edge.to())
                    .collect(Collectors.joining(", "));
            findings.add(new Finding(
                    nearer(anomaly, cycle), what, cycle.stream().map(Edge::from).toList()));
        }
    }

    /** What is often met has a name of its own. */
    private static Anomaly nearer(Anomaly anomaly, List<Edge> cycle) {
        long missed =
                cycle.stream().filter(edge -> edge.kind() == Dependency.RW).count();
        if (anomaly == Anomaly.ANTI_DEPENDENCY_CYCLE && missed == 2 && cycle.size() == 2) {
            return Anomaly.WRITE_SKEW;
        }
        return anomaly == Anomaly.REAL_TIME_VIOLATION && missed == 1 ? Anomaly.STALE_READ : anomaly;
    }

    /** A short cycle of an edge of one kind and any number of edges of some kinds behind it, or null. */
    private @Nullable List<Edge> shortest(Dependency first, Set<Dependency> others) {
        List<Edge> usable = edges.stream()
                .filter(edge -> edge.kind() == first || others.contains(edge.kind()))
                .toList();
        int[] component = Components.of(transactions, usable);
        Map<Integer, List<Edge>> ways = new HashMap<>();
        List<Edge> beginnings = new ArrayList<>();
        for (Edge edge : usable) {
            if (component[edge.from()] == component[edge.to()]) {
                if (others.contains(edge.kind())) {
                    ways.computeIfAbsent(edge.from(), any -> new ArrayList<>()).add(edge);
                }
                if (edge.kind() == first && beginnings.size() < BEGINNINGS) {
                    beginnings.add(edge);
                }
            }
        }
        List<Edge> shortest = null;
        for (Edge edge : beginnings) {
            List<Edge> back = path(edge.to(), edge.from(), ways);
            if (back != null && (shortest == null || back.size() + 1 < shortest.size())) {
                shortest = new ArrayList<>(List.of(edge));
                shortest.addAll(back);
            }
        }
        return shortest;
    }

    private static @Nullable List<Edge> path(int from, int to, Map<Integer, List<Edge>> ways) {
        Map<Integer, Edge> reached = new HashMap<>();
        Deque<Integer> next = new ArrayDeque<>(List.of(from));
        while (!next.isEmpty() && !reached.containsKey(to)) {
            int at = next.remove();
            for (Edge edge : ways.getOrDefault(at, List.of())) {
                if (edge.to() != from && reached.putIfAbsent(edge.to(), edge) == null) {
                    next.add(edge.to());
                }
            }
        }
        if (!reached.containsKey(to)) {
            return null;
        }
        List<Edge> path = new ArrayList<>();
        for (Edge edge = reached.get(to); edge != null; edge = reached.get(edge.from())) {
            path.add(edge);
        }
        Collections.reverse(path);
        return path;
    }
}
