/**
 * Receipts for what the journal says: a Merkle log of its events, signed checkpoints, and proofs that need no trust.
 */
@org.jspecify.annotations.NullMarked
module fr.aisneneo.core.receipts {
    requires transitive fr.aisneneo.core;

    exports fr.aisneneo.core.receipts;
    exports fr.aisneneo.core.receipts.verifier;

    // JSON-B reads and writes the records that the log keeps for itself.
    opens fr.aisneneo.core.receipts.internal;
}
