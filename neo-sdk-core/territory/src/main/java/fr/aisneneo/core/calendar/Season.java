package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a week's hours hold.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first day, null for since ever
 * @param through the last day, itself included, null for until further notice
 * @param hours the ordinary week of that time
 */
public record Season(@Nullable LocalDate from, @Nullable LocalDate through, WeeklyHours hours) {

    /**
     * Checks the order.
     *
     * @throws InvalidInputException {@code calendar.interval.reversed} if it ends before it starts
     */
    public Season {
        requireOrder(from, through, "season.through");
    }

    static void requireOrder(@Nullable LocalDate from, @Nullable LocalDate through, String field) {
        if (from != null && through != null && through.isBefore(from)) {
            throw new InvalidInputException(CalendarError.REVERSED, field, Map.of("start", from, "end", through));
        }
    }

    /**
     * Whether its hours hold on a day.
     *
     * @param day the day
     * @return true if the day lies between its bounds
     */
    public boolean includes(LocalDate day) {
        return (from == null || !day.isBefore(from)) && (through == null || !day.isAfter(through));
    }
}
