package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.money.Currency;
import java.util.Map;
import java.util.Set;

/**
 * How a local currency is set up. In France the euros received are kept in full in a reserve, one for one, which is a
 * condition of the supervisor (ACPR) and of the partners; and only professionals have them back, for a contribution of
 * two to five percent. The ledger itself keeps the reserve in full, whoever books whatever; who has euros back is kept
 * by {@link LocalCurrency#redeem}, and by nothing else: staff that may pay from every account could book past it.
 * Whether a plan is lawful is for a lawyer.
 *
 * @param currency the local currency
 * @param backing what it is backed by, usually {@link Currency#EUR}
 * @param peg so much of the backing currency's minor units is one of the local one's: 1/1 for cents and cents; more
 *     than 0, and registered with the currency
 * @param redemptionFee what a professional leaves to the fund of fees of what it has back, taken from it and never from
 *     the reserve
 * @param issue the account that the local currency is issued from
 * @param reserve the account of the reserve
 * @param deposits the account that stands for those who paid the reserve in
 * @param fees the account of the fees, in the local currency
 * @param code what issuing, redeeming and fees are booked as; 1 to 65,535
 * @param redeemers the places in the chart of the accounts that may redeem, those of professionals: up to
 *     {@value #MAX_REDEEMERS}, each 1 to 65,535; with none, nobody does
 */
public record CurrencyPlan(
        Currency currency,
        Currency backing,
        Fraction peg,
        Fraction redemptionFee,
        AccountId issue,
        AccountId reserve,
        AccountId deposits,
        AccountId fees,
        int code,
        Set<Integer> redeemers) {
    /** The most places in the chart that may redeem. */
    public static final int MAX_REDEEMERS = 1_000;

    /**
     * Copies the set and checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range} for a code, a place in the chart, or a fee of more than
     *     all
     */
    public CurrencyPlan {
        redeemers = Set.copyOf(redeemers);
        require(redemptionFee.numerator() <= redemptionFee.denominator(), "redemptionFee", 0, 1);
        require(code >= 1 && code <= AccountTerms.MAX_CODE, "code", 1, AccountTerms.MAX_CODE);
        require(redeemers.size() <= MAX_REDEEMERS, "redeemers", 0, MAX_REDEEMERS);
        require(
                redeemers.stream().allMatch(place -> place >= 1 && place <= AccountTerms.MAX_CODE),
                "redeemers",
                1,
                AccountTerms.MAX_CODE);
    }

    private static void require(boolean holds, String field, int min, int max) {
        if (!holds) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
    }
}
