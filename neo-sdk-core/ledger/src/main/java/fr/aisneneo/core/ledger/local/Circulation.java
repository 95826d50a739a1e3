package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The circulation of the greatest sum in a graph of debts. At first all of every debt is settled, so that some accounts
 * owe more by it than is owed to them, and others less. That is set right by taking back as little as possible: a flow
 * of the least cost from the accounts that get too much to those that get too little, where it costs one to take a
 * minor unit of a debt back, and minus one to settle it again. It is found by successive shortest paths with
 * potentials, all of one length at once (the primal-dual method; Ford and Fulkerson, 1962), by blocking flows (Dinic,
 * 1970).
 *
 * <p>How long it takes does not depend on the amounts: with <i>n</i> accounts and <i>m</i> debts, the length of the
 * shortest paths grows with each phase and is less than <i>n</i>; a phase has at most <i>n</i> rounds, since their
 * paths have more and more arcs; and a round at most 2<i>m</i> + 2<i>n</i> paths of at most <i>n</i> arcs, since each
 * of them uses up an arc or an account. Used by one thread.
 */
final class Circulation {
    private final int[] from;
    private final int[] to;
    private final long[] amount;
    private final long[] settled;
    private final int nodes;
    /** The arcs that leave node <i>v</i> are those from {@code first[v]} up to {@code first[v + 1]}. */
    private final int[] first;

    private final int[] arcs;
    /** What a node gets more than it gives. */
    private final long[] excess;

    private final int[] potential;
    private final int[] level;
    private final int[] next;
    private final int[] path;
    private long steps;

    Circulation(List<Debt> debts) {
        Map<AccountId, Integer> numbers = new HashMap<>();
        int size = debts.size();
        from = new int[size];
        to = new int[size];
        amount = new long[size];
        for (int debt = 0; debt < size; debt++) {
            from[debt] = number(numbers, debts.get(debt).debtor());
            to[debt] = number(numbers, debts.get(debt).creditor());
            amount[debt] = debts.get(debt).amount();
        }
        settled = amount.clone();
        nodes = numbers.size();
        first = new int[nodes + 1];
        arcs = new int[2 * size];
        excess = new long[nodes];
        potential = new int[nodes];
        level = new int[nodes];
        next = new int[nodes];
        path = new int[nodes];
        order();
        for (int debt = 0; debt < size; debt++) {
            excess[to[debt]] += amount[debt];
            excess[from[debt]] -= amount[debt];
        }
    }

    private static int number(Map<AccountId, Integer> numbers, AccountId account) {
        return numbers.computeIfAbsent(account, unknown -> numbers.size());
    }

    private void order() {
        for (int arc = 0; arc < arcs.length; arc++) {
            first[tail(arc) + 1]++;
        }
        for (int node = 0; node < nodes; node++) {
            first[node + 1] += first[node];
            next[node] = first[node];
        }
        for (int arc = 0; arc < arcs.length; arc++) {
            arcs[next[tail(arc)]++] = arc;
        }
    }

    /** An even arc takes a debt back, from its creditor to its debtor; the odd one behind it settles it again. */
    private int tail(int arc) {
        return arc % 2 == 0 ? to[arc / 2] : from[arc / 2];
    }

    private int head(int arc) {
        return arc % 2 == 0 ? from[arc / 2] : to[arc / 2];
    }

    private long room(int arc) {
        return arc % 2 == 0 ? settled[arc / 2] : amount[arc / 2] - settled[arc / 2];
    }

    /** What an arc costs beyond the difference of the potentials; never negative while it has room. */
    private int reducedCost(int arc) {
        return (arc % 2 == 0 ? 1 : -1) + potential[tail(arc)] - potential[head(arc)];
    }

    private boolean isShortest(int arc) {
        steps++;
        return room(arc) > 0 && reducedCost(arc) == 0;
    }

    /** How much of each debt is settled, in their order. */
    long[] greatest() {
        while (raisePotentials()) {
            while (findLevels()) {
                for (int node = 0; node < nodes; node++) {
                    next[node] = first[node];
                }
                for (int node = 0; node < nodes; node++) {
                    if (excess[node] > 0) {
                        sendFrom(node);
                    }
                }
            }
        }
        return settled.clone();
    }

    /** How often an arc was looked at, or sent along. */
    long steps() {
        return steps;
    }

    /** Makes the cheapest paths from too much to too little cost nothing more (Dijkstra); false if all is balanced. */
    private boolean raisePotentials() {
        int[] distance = new int[nodes];
        // A distance and a node in one number.
        PriorityQueue<Long> open = new PriorityQueue<>();
        for (int node = 0; node < nodes; node++) {
            distance[node] = excess[node] > 0 ? 0 : Integer.MAX_VALUE;
            if (excess[node] > 0) {
                open.add((long) node);
            }
        }
        int nearest = Integer.MAX_VALUE;
        while (!open.isEmpty() && nearest == Integer.MAX_VALUE) {
            long closest = open.remove();
            int node = (int) closest;
            if (closest >>> 32 == distance[node]) {
                nearest = excess[node] < 0 ? distance[node] : nearest;
                relax(node, distance, open);
            }
        }
        if (nearest == Integer.MAX_VALUE) {
            return false;
        }
        for (int node = 0; node < nodes; node++) {
            potential[node] += Math.min(distance[node], nearest);
        }
        return true;
    }

    private void relax(int node, int[] distance, PriorityQueue<Long> open) {
        for (int place = first[node]; place < first[node + 1]; place++) {
            int arc = arcs[place];
            steps++;
            int reached = room(arc) > 0 ? distance[node] + reducedCost(arc) : Integer.MAX_VALUE;
            if (reached < distance[head(arc)]) {
                distance[head(arc)] = reached;
                open.add((long) reached << 32 | head(arc));
            }
        }
    }

    /** How many arcs of the cheapest paths it is from too much; false if too little cannot be reached along them. */
    private boolean findLevels() {
        int[] queue = new int[nodes];
        int size = 0;
        for (int node = 0; node < nodes; node++) {
            level[node] = excess[node] > 0 ? 0 : -1;
            if (excess[node] > 0) {
                queue[size++] = node;
            }
        }
        boolean found = false;
        for (int done = 0; done < size; done++) {
            int node = queue[done];
            found |= excess[node] < 0;
            for (int place = first[node]; place < first[node + 1]; place++) {
                int head = head(arcs[place]);
                if (level[head] < 0 && isShortest(arcs[place])) {
                    level[head] = level[node] + 1;
                    queue[size++] = head;
                }
            }
        }
        return found;
    }

    /** Sends from a node until it has nothing left or no way is left, always one level further. */
    private void sendFrom(int start) {
        int length = 0;
        int node = start;
        while (excess[start] > 0) {
            if (excess[node] < 0) {
                length = send(start, node, length);
                node = length == 0 ? start : head(path[length - 1]);
            } else if (next[node] == first[node + 1]) {
                if (length == 0) {
                    return;
                }
                // A dead end: whoever came here takes the next arc.
                node = tail(path[--length]);
                next[node]++;
            } else {
                int arc = arcs[next[node]];
                if (level[head(arc)] == level[node] + 1 && isShortest(arc)) {
                    path[length++] = arc;
                    node = head(arc);
                } else {
                    next[node]++;
                }
            }
        }
    }

    /** Sends what the path takes, and returns how much of it, in arcs, still has room. */
    private int send(int start, int end, int length) {
        long most = Math.min(excess[start], -excess[end]);
        for (int place = 0; place < length; place++) {
            most = Math.min(most, room(path[place]));
        }
        int left = length;
        for (int place = length - 1; place >= 0; place--) {
            int arc = path[place];
            steps++;
            settled[arc / 2] += arc % 2 == 0 ? -most : most;
            left = room(arc) == 0 ? place : left;
        }
        excess[start] -= most;
        excess[end] += most;
        return left;
    }
}
