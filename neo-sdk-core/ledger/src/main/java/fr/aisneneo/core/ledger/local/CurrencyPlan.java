package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Currency;

/**
 * How a local currency is set up. In France the euros received are kept in full in a reserve, one for one, which is a
 * condition of the supervisor (ACPR) and of the partners; and only professionals have them back, for a contribution of
 * two to five percent. That is what a plan says and the ledger enforces; whether it is lawful is for a lawyer.
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
        int code) {}
