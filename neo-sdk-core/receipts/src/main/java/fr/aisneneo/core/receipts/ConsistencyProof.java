package fr.aisneneo.core.receipts;

import java.util.List;

/**
 * Shows that a log only grew from one size to another. Immutable. Source: RFC 9162, 2.1.4.
 *
 * @param from the earlier size
 * @param to the later size
 * @param hashes base64 hashes from which both roots follow
 */
public record ConsistencyProof(long from, long to, List<String> hashes) {
    /** Copies the hashes. */
    public ConsistencyProof {
        hashes = List.copyOf(hashes);
    }
}
