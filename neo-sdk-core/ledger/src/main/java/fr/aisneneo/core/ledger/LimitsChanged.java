package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Limits;

/**
 * The limits of an account were changed.
 *
 * @param before what they were
 * @param after what they are
 */
public record LimitsChanged(Limits before, Limits after) {}
