package fr.aisneneo.core.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The opening times of one day and where they come from.
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param ranges the ranges that start on it, sorted and without overlap; empty if closed
 * @param cause which rule decided
 * @param holiday the public holiday on that day, whether or not it closes, or null
 * @param exception the exception that holds, or null
 */
public record DayHours(
        LocalDate date,
        List<TimeRange> ranges,
        Cause cause,
        @Nullable Holiday holiday,
        @Nullable HoursException exception) {

    /** Copies the ranges. */
    public DayHours {
        ranges = List.copyOf(ranges);
    }

    /** Which rule decided about a day; an earlier one goes before a later one. */
    public enum Cause {
        /** A dated exception. */
        EXCEPTION,
        /** A public holiday. */
        HOLIDAY,
        /** An ordinary day of the week. */
        WEEK,
        /** No hours hold on that day at all. */
        NO_SEASON
    }

    /**
     * Why the day is not an ordinary one, for people to read.
     *
     * @param locale French for {@code fr}, English otherwise
     * @return the reason of the exception or the name of the holiday; empty on an ordinary day
     */
    public String reason(Locale locale) {
        if (cause == Cause.EXCEPTION && exception != null) {
            return exception.reason();
        }
        return cause == Cause.HOLIDAY && holiday != null ? holiday.name(locale) : "";
    }
}
