package fr.aisneneo.core.ledger.book;

/**
 * One account's part in a transfer between several.
 *
 * @param account whose part
 * @param amount how much, in minor units; more than 0
 */
public record Leg(AccountId account, long amount) {}
