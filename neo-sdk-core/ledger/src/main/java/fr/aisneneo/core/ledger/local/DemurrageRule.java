package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Currency;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * A demurrage (in French <i>fonte</i>): on a day, a part of what lies on members' accounts goes to a fund, so that
 * money is rather spent than kept. The Abeille takes 2 % on 1 April and on 1 October.
 *
 * @param name the name of the rule, which its remainders are kept under: 1 to 40 of {@code a-z}, {@code 0-9}, {@code -}
 * @param rate the part that is taken: more than 0, 1 at most
 * @param on the day: what lies there when it begins counts
 * @param zone where the day begins
 * @param currency the accounts' currency
 * @param accounts the accounts' place in the chart
 * @param fund where it goes; never taken from itself
 * @param code what it is booked as, 1 to 65,535
 */
public record DemurrageRule(
        String name,
        Fraction rate,
        LocalDate on,
        ZoneId zone,
        Currency currency,
        int accounts,
        AccountId fund,
        int code) {
    private static final Pattern NAME = Pattern.compile("[a-z0-9-]{1,40}");

    /**
     * Checks the name and the numbers.
     *
     * @throws InvalidInputException {@code input.malformed} for the name, {@code input.out_of_range} for the rate or
     *     the code
     */
    public DemurrageRule {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "name", Map.of("expected", NAME.pattern()));
        }
        if (rate.numerator() < 1 || rate.numerator() > rate.denominator()) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "rate", Map.of("min", 0, "max", 1));
        }
        if (code < 1 || code > 65_535) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "code", Map.of("min", 1, "max", 65_535));
        }
    }
}
