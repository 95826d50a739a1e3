package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;

/**
 * What is issued from an account was tied to a reserve.
 *
 * @param reserve the account of the reserve
 * @param units so many minor units of what is issued
 * @param worth are worth so many of the reserve's
 */
public record AccountBacked(AccountId reserve, long units, long worth) {}
