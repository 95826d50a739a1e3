package fr.aisneneo.core.ledger.book;

/**
 * Which way an account grows. What the ledger owes to somebody (a member's money, the money issued) is on the credit
 * side; what it owns (euros in the bank) on the debit side.
 */
public enum Side {
    /** The balance is debits less credits: assets and expenses. */
    DEBIT,
    /** The balance is credits less debits: liabilities and income, so members' accounts. */
    CREDIT
}
