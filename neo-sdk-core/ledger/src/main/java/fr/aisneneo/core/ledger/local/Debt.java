package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;

/**
 * What one member owes another one.
 *
 * @param debtor who owes
 * @param creditor to whom
 * @param amount how much, in minor units, more than 0
 */
public record Debt(AccountId debtor, AccountId creditor, long amount) {}
