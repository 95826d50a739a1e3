package fr.aisneneo.core.tck.history;

import fr.aisneneo.core.tck.history.Dependencies.Edge;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strongly connected components (Tarjan 1972), without recursion: histories are long. */
final class Components {
    private final List<List<Integer>> successors = new ArrayList<>();
    private final int[] order;
    private final int[] low;
    private final int[] component;
    private final Deque<Integer> open = new ArrayDeque<>();
    private int counter;

    private Components(int size) {
        order = new int[size];
        low = new int[size];
        component = new int[size];
        Arrays.fill(component, -1);
        for (int i = 0; i < size; i++) {
            successors.add(new ArrayList<>());
        }
    }

    static int[] of(int size, List<Edge> edges) {
        Components components = new Components(size);
        edges.forEach(edge -> components.successors.get(edge.from()).add(edge.to()));
        for (int root = 0; root < size; root++) {
            if (components.order[root] == 0) {
                components.visit(root);
            }
        }
        return components.component;
    }

    private void visit(int root) {
        Deque<int[]> path = new ArrayDeque<>();
        enter(root, path);
        while (!path.isEmpty()) {
            int[] top = path.peek();
            int at = top[0];
            List<Integer> next = successors.get(at);
            if (top[1] < next.size()) {
                int to = next.get(top[1]++);
                if (order[to] == 0) {
                    enter(to, path);
                } else if (component[to] < 0) {
                    low[at] = Math.min(low[at], order[to]);
                }
            } else {
                path.pop();
                leave(at, path.peek());
            }
        }
    }

    private void enter(int at, Deque<int[]> path) {
        order[at] = ++counter;
        low[at] = counter;
        open.push(at);
        path.push(new int[] {at, 0});
    }

    private void leave(int at, int @Nullable [] parent) {
        if (low[at] == order[at]) {
            int member;
            do {
                member = open.pop();
                component[member] = at;
            } while (member != at);
        }
        if (parent != null) {
            low[parent[0]] = Math.min(low[parent[0]], low[at]);
        }
    }
}
