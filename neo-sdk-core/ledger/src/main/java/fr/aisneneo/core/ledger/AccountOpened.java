package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.party.PartyId;
import org.jspecify.annotations.Nullable;

/**
 * An account was opened.
 *
 * @param currency the code of its currency
 * @param scale the decimals of its currency
 * @param code its place in the chart of accounts
 * @param side which way its balance counts
 * @param owner whose it is, if anybody's
 * @param limits its limits
 */
public record AccountOpened(
        String currency,
        int scale,
        int code,
        Side side,
        @Nullable PartyId owner,
        Limits limits) {}
