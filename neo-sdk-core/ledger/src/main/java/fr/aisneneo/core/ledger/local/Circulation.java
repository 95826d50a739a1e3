package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The circulation of the greatest sum in a graph of debts. An edge stands for what may still be settled of a debt, or
 * be taken back of it; as long as a cycle settles more than it takes back, what its narrowest edge allows is sent round
 * it. Every round adds to the sum, so it ends; when no such cycle is left, no circulation has a greater sum. Used by
 * one thread.
 */
final class Circulation {
    private final int[] from;
    private final int[] to;
    private final long[] room;
    private final long[] settled;
    private final int nodes;

    Circulation(List<Debt> debts) {
        Map<AccountId, Integer> numbers = new HashMap<>();
        int size = debts.size();
        from = new int[size];
        to = new int[size];
        room = new long[size];
        settled = new long[size];
        for (int edge = 0; edge < size; edge++) {
            Debt debt = debts.get(edge);
            from[edge] = number(numbers, debt.debtor());
            to[edge] = number(numbers, debt.creditor());
            room[edge] = debt.amount();
        }
        nodes = numbers.size();
    }

    private static int number(Map<AccountId, Integer> numbers, AccountId account) {
        return numbers.computeIfAbsent(account, unknown -> numbers.size());
    }

    long[] greatest() {
        int[] cycle = cycle();
        while (cycle.length > 0) {
            send(cycle);
            cycle = cycle();
        }
        return settled.clone();
    }

    /** An edge is its number to settle more, and its number's complement to take back. */
    private boolean isOpen(int edge) {
        return edge >= 0 ? settled[edge] < room[edge] : settled[~edge] > 0;
    }

    private int tail(int edge) {
        return edge >= 0 ? from[edge] : to[~edge];
    }

    private int head(int edge) {
        return edge >= 0 ? to[edge] : from[~edge];
    }

    /** A cycle of edges that settles more than it takes back, by Bellman and Ford; empty if there is none. */
    private int[] cycle() {
        int[] cost = new int[nodes];
        int[] into = new int[nodes];
        int changed = -1;
        for (int round = 0; round < nodes; round++) {
            changed = -1;
            for (int debt = 0; debt < from.length; debt++) {
                for (int edge : new int[] {debt, ~debt}) {
                    int step = cost[tail(edge)] + (edge >= 0 ? -1 : 1);
                    if (isOpen(edge) && step < cost[head(edge)]) {
                        cost[head(edge)] = step;
                        into[head(edge)] = edge;
                        changed = head(edge);
                    }
                }
            }
            if (changed < 0) {
                return new int[0];
            }
        }
        int node = changed;
        for (int back = 0; back < nodes; back++) {
            node = tail(into[node]);
        }
        return edges(node, into);
    }

    private int[] edges(int start, int[] into) {
        int[] edges = new int[nodes];
        int count = 0;
        int node = start;
        do {
            edges[count++] = into[node];
            node = tail(into[node]);
        } while (node != start);
        return Arrays.copyOf(edges, count);
    }

    private void send(int[] cycle) {
        long most = Long.MAX_VALUE;
        for (int edge : cycle) {
            most = Math.min(most, edge >= 0 ? room[edge] - settled[edge] : settled[~edge]);
        }
        for (int edge : cycle) {
            if (edge >= 0) {
                settled[edge] += most;
            } else {
                settled[~edge] -= most;
            }
        }
    }
}
