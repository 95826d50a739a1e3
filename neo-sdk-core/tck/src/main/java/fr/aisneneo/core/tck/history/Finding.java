package fr.aisneneo.core.tck.history;

import java.util.List;

/**
 * An anomaly in a history. Immutable.
 *
 * @param anomaly which one
 * @param what what was seen, for a developer
 * @param transactions the places of the transactions involved in the history, from 0; of a cycle in its order
 */
public record Finding(Anomaly anomaly, String what, List<Integer> transactions) {
    /** Copies the transactions. */
    public Finding {
        transactions = List.copyOf(transactions);
    }
}
