package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.party.PartyId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An account was opened: all of its terms, and its first limits.
 *
 * @param currency the code of its currency
 * @param scale the decimals of its currency
 * @param code its place in the chart of accounts
 * @param side which way its balance counts
 * @param owner whose it is, if anybody's
 * @param flags what it is held to, in the order of the constants
 * @param reference an id of the application's, if any
 * @param number a number of the application's; 0 for none
 * @param limits its limits
 */
public record AccountOpened(
        String currency,
        int scale,
        int code,
        Side side,
        @Nullable PartyId owner,
        List<AccountFlag> flags,
        @Nullable UUID reference,
        long number,
        Limits limits) {

    /** Copies the flags. */
    public AccountOpened {
        flags = List.copyOf(flags);
    }

    static AccountOpened of(Account account) {
        AccountTerms terms = account.terms();
        return new AccountOpened(
                terms.currency().code(),
                terms.currency().scale(),
                terms.code(),
                terms.side(),
                terms.owner(),
                terms.flags().stream().sorted().toList(),
                terms.reference(),
                terms.number(),
                account.limits());
    }
}
