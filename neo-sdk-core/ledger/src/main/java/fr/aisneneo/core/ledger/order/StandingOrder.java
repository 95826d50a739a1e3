package fr.aisneneo.core.ledger.order;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Map;

/**
 * A payment to be made at a local time, and again after each period. Every time is counted from the first one, so a
 * monthly payment that begins on 31 January is made on 28 February and on 31 March.
 *
 * @param id its id
 * @param debit who pays
 * @param credit who is paid
 * @param amount how much each time, in minor units; more than 0
 * @param code what for, 1 to 65,535
 * @param first when first, by local time
 * @param zone the zone of that time; an hour that a change of the clock skips is made up for right after
 * @param every after which period again: not negative, and not zero unless it is made once
 * @param times how often in all, 1 to {@value #MAX_TIMES}
 */
public record StandingOrder(
        OrderId id,
        AccountId debit,
        AccountId credit,
        long amount,
        int code,
        LocalDateTime first,
        ZoneId zone,
        Period every,
        int times) {
    /** The most payments of one order. */
    public static final int MAX_TIMES = 1_200;

    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public StandingOrder {
        require(amount > 0, "amount", 1, Long.MAX_VALUE);
        require(code >= 1 && code <= 65_535, "code", 1, 65_535);
        require(times >= 1 && times <= MAX_TIMES, "times", 1, MAX_TIMES);
        boolean sense = !every.isNegative()
                && (times == 1 || !every.isZero())
                && every.toTotalMonths() <= 1_200
                && !LocalDate.EPOCH.plus(every).isAfter(LocalDate.EPOCH.plusYears(100));
        require(sense, "every", Period.ofDays(1), Period.ofYears(100));
        boolean ends = first.getYear() >= 1970
                && first.getYear() < 9_999
                && first.plus(every.multipliedBy(times - 1)).getYear() < 9_999;
        require(ends, "first", 1970, 9_998);
    }

    private static void require(boolean holds, String field, Object min, Object max) {
        if (!holds) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
    }

    /**
     * When a payment is due.
     *
     * @param number which one, from 0
     * @return the instant
     */
    public Instant due(int number) {
        return first.plus(every.multipliedBy(number)).atZone(zone).toInstant();
    }
}
