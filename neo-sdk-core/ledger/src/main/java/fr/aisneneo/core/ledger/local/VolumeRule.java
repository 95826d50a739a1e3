package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.money.Currency;
import java.math.BigInteger;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;

/**
 * When the volume of a currency over twelve months is to raise an alarm.
 *
 * @param currency the currency
 * @param codes what counts as a payment: 1 to {@value #MAX_CODES} codes, each 1 to 65,535
 * @param zone by whose calendar a year has passed
 * @param threshold where to raise the alarm, in minor units, more than 0; {@link #FRANCE_CENTS} for a currency of cents
 * @param warning at which part of the threshold to warn before: more than 0 and up to 1, which is no warning
 */
public record VolumeRule(Currency currency, Set<Integer> codes, ZoneId zone, long threshold, Fraction warning) {
    /**
     * A million euros of payments over twelve months, in cents: from then on the exemption of limited networks is to be
     * declared to the supervisor (ACPR) in France (Code monétaire et financier, L.521-3). Laws change: ask a lawyer.
     */
    public static final long FRANCE_CENTS = 100_000_000;

    /** The most codes of a rule. */
    public static final int MAX_CODES = 100;

    /**
     * Copies the set and checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public VolumeRule {
        codes = Set.copyOf(codes);
        require(!codes.isEmpty() && codes.size() <= MAX_CODES, "codes", 1, MAX_CODES);
        require(
                codes.stream().allMatch(code -> code >= 1 && code <= AccountTerms.MAX_CODE),
                "codes",
                1,
                AccountTerms.MAX_CODE);
        require(threshold > 0, "threshold", 1, Long.MAX_VALUE);
        require(warning.numerator() > 0 && warning.numerator() <= warning.denominator(), "warning", 0, 1);
    }

    private static void require(boolean holds, String field, long min, long max) {
        if (!holds) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
    }

    VolumeLevel levelOf(BigInteger volume) {
        if (volume.compareTo(BigInteger.valueOf(threshold)) >= 0) {
            return VolumeLevel.REACHED;
        }
        BigInteger parts = volume.multiply(BigInteger.valueOf(warning.denominator()));
        BigInteger due = BigInteger.valueOf(threshold).multiply(BigInteger.valueOf(warning.numerator()));
        return parts.compareTo(due) >= 0 ? VolumeLevel.NEAR : VolumeLevel.BELOW;
    }
}
