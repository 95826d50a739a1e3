package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.party.PartyId;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an account is for as long as it exists. No names: whose it is, is a pseudonym; anything else is an opaque id
 * that the application understands.
 *
 * @param currency what it is kept in
 * @param code its place in the chart of accounts, 1 to {@value #MAX_CODE}
 * @param side which way its balance counts
 * @param owner whose money it is, for the policy; null for the house's own accounts
 * @param flags what it is held to
 * @param reference an id of the application's, if any
 * @param number a number of the application's; 0 for none
 */
public record AccountTerms(
        Currency currency,
        int code,
        Side side,
        @Nullable PartyId owner,
        Set<AccountFlag> flags,
        @Nullable UUID reference,
        long number) {
    /** The greatest code. */
    public static final int MAX_CODE = 65_535;

    /**
     * Copies the flags and checks the code.
     *
     * @throws InvalidInputException {@code input.out_of_range} for another code
     */
    public AccountTerms {
        flags = Set.copyOf(flags);
        if (code < 1 || code > MAX_CODE) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "code", Map.of("min", 1, "max", MAX_CODE));
        }
    }

    /**
     * The account of somebody's money: on the credit side, with its history.
     *
     * @param currency what it is kept in
     * @param code its place in the chart of accounts
     * @param owner whose money it is
     * @return the terms
     * @throws InvalidInputException {@code input.out_of_range} for another code
     */
    public static AccountTerms member(Currency currency, int code, PartyId owner) {
        return new AccountTerms(currency, code, Side.CREDIT, owner, Set.of(AccountFlag.HISTORY), null, 0);
    }

    /**
     * An account of the house.
     *
     * @param currency what it is kept in
     * @param code its place in the chart of accounts
     * @param side which way its balance counts
     * @return the terms
     * @throws InvalidInputException {@code input.out_of_range} for another code
     */
    public static AccountTerms house(Currency currency, int code, Side side) {
        return new AccountTerms(currency, code, side, null, Set.of(), null, 0);
    }

    /**
     * With other flags.
     *
     * @param other what it is held to
     * @return the terms
     */
    public AccountTerms with(AccountFlag... other) {
        return new AccountTerms(currency, code, side, owner, Set.of(other), reference, number);
    }

    /**
     * With ids of the application's.
     *
     * @param id an id, or null
     * @param value a number; 0 for none
     * @return the terms
     */
    public AccountTerms about(@Nullable UUID id, long value) {
        return new AccountTerms(currency, code, side, owner, flags, id, value);
    }
}
