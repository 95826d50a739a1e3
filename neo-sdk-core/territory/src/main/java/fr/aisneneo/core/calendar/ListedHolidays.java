package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holidays that are given one by one.
 *
 * <p>Immutable and thread-safe.
 *
 * @param days the holidays of all its years, sorted by date; up to {@value #MOST_DAYS}
 */
public record ListedHolidays(List<Holiday> days) implements HolidayCalendar {
    /** The most days that a list may have. */
    public static final int MOST_DAYS = 1_000;

    /**
     * Sorts the days.
     *
     * @throws InvalidInputException {@code input.too_large} for too many days
     */
    public ListedHolidays {
        if (days.size() > MOST_DAYS) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "holidays.days", Map.of("limit", MOST_DAYS));
        }
        days = days.stream().sorted(Comparator.comparing(Holiday::date)).toList();
    }

    @Override
    public List<Holiday> in(int year) {
        return days.stream().filter(day -> day.date().getYear() == year).toList();
    }

    @Override
    public Optional<Holiday> on(LocalDate date) {
        return days.stream().filter(day -> day.date().equals(date)).findFirst();
    }
}
