package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.money.Currency;
import org.jspecify.annotations.Nullable;

/**
 * A currency of a ledger.
 *
 * @param currency its code and scale; a code has one scale
 * @param peg what it is worth in another currency; null if that is nowhere laid down
 * @param backed whether a reserve backs it at its peg: then no account of it can go below zero but the one it is issued
 *     from
 */
public record RegisteredCurrency(
        Currency currency, @Nullable Peg peg, boolean backed) {}
