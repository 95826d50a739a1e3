package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * Days on which other hours hold than in an ordinary week, or none, whether or not they are public holidays.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first day
 * @param through the last day, itself included; the same as {@code from} for one day
 * @param ranges the opening times of each of these days, sorted; empty for closed
 * @param reason why, for people to read; up to {@value #REASON_LENGTH} characters, may be empty
 */
public record HoursException(LocalDate from, LocalDate through, List<TimeRange> ranges, String reason) {
    /** The longest reason, in characters. */
    public static final int REASON_LENGTH = 200;

    /**
     * Sorts the ranges.
     *
     * @throws InvalidInputException {@code calendar.interval.reversed} if it ends before it starts,
     *     {@code calendar.hours.overlap} if two ranges overlap, {@code input.too_large} for too long a reason
     */
    public HoursException {
        Season.requireOrder(from, through, "exception.through");
        ranges = WeeklyHours.sorted(ranges, "exception.ranges");
        if (reason.length() > REASON_LENGTH) {
            throw new InvalidInputException(
                    CoreError.INPUT_TOO_LARGE, "exception.reason", Map.of("limit", REASON_LENGTH));
        }
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true if the day lies between its bounds
     */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(through);
    }
}
