package fr.aisneneo.core.ledger.book;

/** What a transfer does to the counters of its two accounts. */
public enum TransferKind {
    /** Moves money at once. */
    SINGLE,
    /** Sets money aside until it is posted, voided or expires. */
    PENDING,
    /** Moves all or a part of what was set aside, and releases the rest. */
    POST,
    /** Releases all that was set aside. */
    VOID,
    /** Released by the ledger because its time was over. Nobody can ask for it. */
    EXPIRY,
    /** Moves all or a part of an earlier transfer back. */
    REVERSAL;

    /**
     * Whether it names an earlier transfer.
     *
     * @return true for {@link #POST}, {@link #VOID}, {@link #EXPIRY} and {@link #REVERSAL}
     */
    public boolean followsAnother() {
        return this != SINGLE && this != PENDING;
    }
}
