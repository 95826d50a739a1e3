package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.DayOfWeek;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The opening times of an ordinary week, several ranges a day. A day without ranges is closed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param monday the ranges of Monday, sorted
 * @param tuesday the ranges of Tuesday, sorted
 * @param wednesday the ranges of Wednesday, sorted
 * @param thursday the ranges of Thursday, sorted
 * @param friday the ranges of Friday, sorted
 * @param saturday the ranges of Saturday, sorted
 * @param sunday the ranges of Sunday, sorted
 */
public record WeeklyHours(
        List<TimeRange> monday,
        List<TimeRange> tuesday,
        List<TimeRange> wednesday,
        List<TimeRange> thursday,
        List<TimeRange> friday,
        List<TimeRange> saturday,
        List<TimeRange> sunday) {
    /** Never open. */
    public static final WeeklyHours CLOSED =
            new WeeklyHours(List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    /** Open day and night. */
    public static final WeeklyHours ALWAYS = CLOSED.with(List.of(DayOfWeek.values()), TimeRange.ALL_DAY);

    /** The most ranges that one day may have. */
    public static final int RANGES_A_DAY = 24;

    /**
     * Sorts the ranges.
     *
     * @throws InvalidInputException {@code calendar.hours.overlap} if two ranges of a day overlap,
     *     {@code input.too_large} for more than {@value #RANGES_A_DAY}
     */
    public WeeklyHours {
        monday = sorted(monday, "hours.monday");
        tuesday = sorted(tuesday, "hours.tuesday");
        wednesday = sorted(wednesday, "hours.wednesday");
        thursday = sorted(thursday, "hours.thursday");
        friday = sorted(friday, "hours.friday");
        saturday = sorted(saturday, "hours.saturday");
        sunday = sorted(sunday, "hours.sunday");
    }

    /**
     * The same week with other times on some days.
     *
     * @param days the days
     * @param ranges their opening times, none for closed
     * @return the changed week
     * @throws InvalidInputException {@code calendar.hours.overlap} if two ranges overlap
     */
    public WeeklyHours with(Collection<DayOfWeek> days, TimeRange... ranges) {
        List<TimeRange> other = List.of(ranges);
        return new WeeklyHours(
                days.contains(DayOfWeek.MONDAY) ? other : monday,
                days.contains(DayOfWeek.TUESDAY) ? other : tuesday,
                days.contains(DayOfWeek.WEDNESDAY) ? other : wednesday,
                days.contains(DayOfWeek.THURSDAY) ? other : thursday,
                days.contains(DayOfWeek.FRIDAY) ? other : friday,
                days.contains(DayOfWeek.SATURDAY) ? other : saturday,
                days.contains(DayOfWeek.SUNDAY) ? other : sunday);
    }

    /**
     * The opening times of one day of the week.
     *
     * @param day the day
     * @return sorted ranges without overlap; empty if closed
     */
    public List<TimeRange> on(DayOfWeek day) {
        return switch (day) {
            case MONDAY -> monday;
            case TUESDAY -> tuesday;
            case WEDNESDAY -> wednesday;
            case THURSDAY -> thursday;
            case FRIDAY -> friday;
            case SATURDAY -> saturday;
            case SUNDAY -> sunday;
        };
    }

    /** JSON may leave a closed day out, and then there is no list. */
    static List<TimeRange> sorted(@Nullable Collection<TimeRange> ranges, String field) {
        if (ranges == null) {
            return List.of();
        }
        if (ranges.size() > RANGES_A_DAY) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, field, Map.of("limit", RANGES_A_DAY));
        }
        List<TimeRange> sorted = ranges.stream().sorted().toList();
        for (int i = 1; i < sorted.size(); i++) {
            if (sorted.get(i).overlaps(sorted.get(i - 1))) {
                throw new InvalidInputException(
                        CalendarError.RANGES_OVERLAP,
                        field,
                        Map.of("first", sorted.get(i - 1), "second", sorted.get(i)));
            }
        }
        return sorted;
    }
}
