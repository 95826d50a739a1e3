package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Transfer;

/**
 * A line of a statement.
 *
 * @param transfer what happened
 * @param change by how much the balance changed, on the side of the account; 0 where money was set aside or released
 * @param balance the balance behind it, on the side of the account
 */
public record StatementLine(Transfer transfer, long change, long balance) {}
