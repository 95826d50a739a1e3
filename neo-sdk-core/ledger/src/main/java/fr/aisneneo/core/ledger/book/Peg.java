package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.money.Currency;
import java.math.BigInteger;
import java.util.Map;

/**
 * What a currency is worth in another one, exactly: so many of its minor units are worth so many of the other's. Kept
 * in lowest terms, so that 100 for 50 and 2 for 1 are the same peg.
 *
 * @param units so many minor units of the pegged currency, 1 or more
 * @param to the other currency
 * @param worth are worth so many minor units of the other one, 1 or more
 */
public record Peg(long units, Currency to, long worth) {

    /**
     * Brings the numbers into lowest terms.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public Peg {
        if (units < 1 || worth < 1) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE,
                    units < 1 ? "units" : "worth",
                    Map.of("min", 1, "max", Long.MAX_VALUE));
        }
        long common = BigInteger.valueOf(units).gcd(BigInteger.valueOf(worth)).longValueExact();
        units /= common;
        worth /= common;
    }
}
