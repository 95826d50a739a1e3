package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.math.BigInteger;
import java.util.Map;

/**
 * An exact part: 2 of 100. Nothing is rounded unless a method says so.
 *
 * @param numerator 0 or more
 * @param denominator 1 or more
 */
public record Fraction(long numerator, long denominator) {
    /** Nothing. */
    public static final Fraction ZERO = new Fraction(0, 1);

    /**
     * Checks the range.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public Fraction {
        if (numerator < 0 || denominator < 1) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "fraction", Map.of("min", "0/1", "max", Long.MAX_VALUE));
        }
    }

    /**
     * So many of a hundred.
     *
     * @param percent 0 or more
     * @return the fraction
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public static Fraction percent(long percent) {
        return new Fraction(percent, 100);
    }

    /**
     * The part of an amount, rounded up to a whole minor unit.
     *
     * @param amount 0 or more
     * @return the part
     * @throws InvalidInputException {@code input.out_of_range} if it does not fit a {@code long}
     */
    public long ceilingOf(long amount) {
        BigInteger[] parts = divided(amount);
        return fitting(parts[1].signum() == 0 ? parts[0] : parts[0].add(BigInteger.ONE));
    }

    /**
     * Whether the part of an amount is whole.
     *
     * @param amount 0 or more
     * @return true if nothing would have to be rounded
     */
    public boolean dividesEvenly(long amount) {
        return divided(amount)[1].signum() == 0;
    }

    /**
     * The part of an amount, rounded down to a whole minor unit.
     *
     * @param amount 0 or more
     * @return the part
     * @throws InvalidInputException {@code input.out_of_range} if it does not fit a {@code long}
     */
    public long floorOf(long amount) {
        return fitting(divided(amount)[0]);
    }

    private BigInteger[] divided(long amount) {
        return BigInteger.valueOf(amount)
                .multiply(BigInteger.valueOf(numerator))
                .divideAndRemainder(BigInteger.valueOf(denominator));
    }

    private static long fitting(BigInteger number) {
        if (number.bitLength() > 63) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "amount", Map.of("min", 0, "max", Long.MAX_VALUE));
        }
        return number.longValue();
    }
}
