package fr.aisneneo.core.ledger.book;

/** What an account is held to, chosen when it is opened. */
public enum AccountFlag {
    /** Posted and pending debits together never exceed posted credits. */
    NO_DEBIT_OVER_CREDIT,
    /** Posted and pending credits together never exceed posted debits. */
    NO_CREDIT_OVER_DEBIT,
    /**
     * Each transfer keeps the counters that it left behind, some twenty bytes, so that a balance at a past instant is
     * found at once. Without it the same balance is computed from the transfers since then.
     */
    HISTORY,
    /**
     * Money only passes through it: after each request that is not linked, and after each chain, its balance is zero
     * again, or nothing was done. Within a chain it may go below zero, also in a currency that a reserve backs. It
     * takes no pending transfers, and so cannot be closed by one.
     */
    CLEARING
}
