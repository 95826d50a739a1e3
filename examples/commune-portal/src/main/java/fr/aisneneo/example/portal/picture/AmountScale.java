package fr.aisneneo.example.portal.picture;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/**
 * An axis of amounts from a round one to a round one. Counts in whole numbers of any size, since the difference of two
 * balances need not fit a {@code long}.
 */
final class AmountScale {
    private static final BigInteger MOST_STEPS = BigInteger.valueOf(4);
    private static final int[] ROUND = {1, 2, 5};

    private final BigInteger bottom;
    private final BigInteger top;
    private final BigInteger step;

    private AmountScale(BigInteger bottom, BigInteger top, BigInteger step) {
        this.bottom = bottom;
        this.top = top;
        this.step = step;
    }

    /**
     * An axis that has room for two amounts.
     *
     * @param least the least amount, in minor units, not above zero
     * @param greatest the greatest one, not below zero
     * @param decimals how many decimals the currency has: an axis of nothing reaches to one whole unit
     */
    static AmountScale of(long least, long greatest, int decimals) {
        BigInteger low = BigInteger.valueOf(least);
        BigInteger high = least == 0 && greatest == 0 ? BigInteger.TEN.pow(decimals) : BigInteger.valueOf(greatest);
        BigInteger step = step(high.subtract(low));
        BigInteger bottom = floor(low, step).multiply(step);
        BigInteger top = floor(high.negate(), step).multiply(step).negate();
        return new AmountScale(bottom, top, step);
    }

    private static BigInteger step(BigInteger range) {
        for (BigInteger decade = BigInteger.ONE; ; decade = decade.multiply(BigInteger.TEN)) {
            for (int round : ROUND) {
                BigInteger step = decade.multiply(BigInteger.valueOf(round));
                if (step.multiply(MOST_STEPS).compareTo(range) >= 0) {
                    return step;
                }
            }
        }
    }

    private static BigInteger floor(BigInteger amount, BigInteger step) {
        BigInteger[] divided = amount.divideAndRemainder(step);
        return divided[1].signum() < 0 ? divided[0].subtract(BigInteger.ONE) : divided[0];
    }

    /** How far up an amount is, of a length. */
    int of(BigInteger amount, int length) {
        BigInteger doubled = amount.subtract(bottom).multiply(BigInteger.valueOf(2L * length));
        BigInteger range = top.subtract(bottom);
        return doubled.add(range).divide(range.shiftLeft(1)).intValueExact();
    }

    /** The round amounts on it, the lowest first, as far as they are amounts. */
    List<Long> labelled() {
        List<Long> amounts = new ArrayList<>();
        for (BigInteger amount = bottom; amount.compareTo(top) <= 0; amount = amount.add(step)) {
            if (amount.bitLength() < Long.SIZE) {
                amounts.add(amount.longValueExact());
            }
        }
        return amounts;
    }
}
