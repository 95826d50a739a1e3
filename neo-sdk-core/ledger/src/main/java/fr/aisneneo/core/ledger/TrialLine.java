package fr.aisneneo.core.ledger;

import fr.aisneneo.core.money.Currency;
import java.math.BigInteger;

/**
 * The accounts of one code and currency together. Sums may be greater than any single account's, so they are numbers
 * without end.
 *
 * @param currency what they are kept in
 * @param code their place in the chart of accounts
 * @param accounts how many they are
 * @param debits all posted debits, in minor units
 * @param credits all posted credits, in minor units
 */
public record TrialLine(Currency currency, int code, long accounts, BigInteger debits, BigInteger credits) {

    TrialLine plus(long moreDebits, long moreCredits) {
        return new TrialLine(
                currency,
                code,
                accounts + 1,
                debits.add(BigInteger.valueOf(moreDebits)),
                credits.add(BigInteger.valueOf(moreCredits)));
    }
}
