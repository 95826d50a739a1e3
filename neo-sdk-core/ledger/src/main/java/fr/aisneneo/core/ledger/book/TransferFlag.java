package fr.aisneneo.core.ledger.book;

/** How a transfer differs from a plain one. */
public enum TransferFlag {
    /** Stands or falls with the next request of the same batch. */
    LINKED,
    /**
     * Moves at most what the debited account can give: down to its lower bound, or to nothing where it has none or is
     * closed by this transfer, whatever credit it had.
     */
    BALANCING_DEBIT,
    /**
     * Moves at most what the credited account can take: up to its upper bound, or to nothing where it has none or is
     * closed by this transfer.
     */
    BALANCING_CREDIT,
    /** A pending transfer that closes the debited account; voiding it opens the account again. */
    CLOSING_DEBIT,
    /** A pending transfer that closes the credited account; voiding it opens the account again. */
    CLOSING_CREDIT
}
