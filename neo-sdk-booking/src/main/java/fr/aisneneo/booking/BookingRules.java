package fr.aisneneo.booking;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a space may be booked.
 *
 * <p><b>Buffers</b> are time that a booking occupies around its slot, to prepare a room and to clean it. They count
 * like the slot itself: nothing is booked over them, and two of them do not overlap either, since each is work that
 * needs the room. They may lie outside the opening hours, when the staff is there without visitors.
 *
 * <p><b>Lengths</b> are compared with the time that passes and with the time that the clock shows, and are kept if one
 * of the two fits: in the night when the clock changes, a whole day is a day, and two hours are two hours. A booking
 * never lasts longer than {@link #LONGEST}.
 *
 * <p>Immutable and thread-safe. All durations are whole minutes.
 *
 * @param before how long it is occupied before the slot, 0 to 24 hours
 * @param after how long it is occupied after the slot, 0 to 24 hours
 * @param shortest the shortest booking, at least one minute
 * @param longest the longest booking, at most {@link #LONGEST}
 * @param granularity slots start and end on its multiples, counted from midnight by the clock on the wall: one minute
 *     to one day, dividing a day without remainder
 * @param horizonDays how many days from now a booking may end at the latest, 1 to 3,660
 * @param mostPerHolder how many reservations of the space, running or to come, one holder may have at the same time, 1
 *     to {@value #MOST_PER_HOLDER}; null for no bound. Who has {@link BookingPermissions#EXCEED_QUOTA} is not held to
 *     it
 */
public record BookingRules(
        Duration before,
        Duration after,
        Duration shortest,
        Duration longest,
        Duration granularity,
        int horizonDays,
        @Nullable Integer mostPerHolder) {
    /** The highest bound on the reservations of a holder. */
    public static final int MOST_PER_HOLDER = 1_000;

    /** The longest booking that the SDK takes at all: 31 days. */
    public static final Duration LONGEST = Duration.ofDays(31);

    // Above the constants that the constructor checks with them.
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_DAYS = 3_660;

    /**
     * No buffers, half an hour to a day, every quarter of an hour, a year ahead, 60 reservations a holder: a club has
     * its evening of each week, and nobody takes a room for every day.
     */
    public static final BookingRules STANDARD = new BookingRules(
            Duration.ZERO, Duration.ZERO, Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofMinutes(15), 365, 60);

    /**
     * Checks the bounds.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.out_of_range} or {@code input.malformed}
     */
    public BookingRules {
        requireBetween(before, Duration.ZERO, DAY, "rules.before");
        requireBetween(after, Duration.ZERO, DAY, "rules.after");
        requireBetween(longest, MINUTE, LONGEST, "rules.longest");
        requireBetween(shortest, MINUTE, longest, "rules.shortest");
        requireBetween(granularity, MINUTE, DAY, "rules.granularity");
        if (DAY.toMinutes() % granularity.toMinutes() != 0) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "rules.granularity", Map.of("expected", "PT15M, PT30M, PT1H, PT24H"));
        }
        if (horizonDays < 1 || horizonDays > MOST_DAYS) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "rules.horizonDays", Map.of("min", 1, "max", MOST_DAYS));
        }
        if (mostPerHolder != null && (mostPerHolder < 1 || mostPerHolder > MOST_PER_HOLDER)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "rules.mostPerHolder", Map.of("min", 1, "max", MOST_PER_HOLDER));
        }
    }

    private static void requireBetween(@Nullable Duration value, Duration min, Duration max, String field) {
        if (value == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
        if (value.compareTo(min) < 0 || value.compareTo(max) > 0) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", min, "max", max));
        }
        if (!value.equals(Duration.ofMinutes(value.toMinutes()))) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, field, Map.of("expected", "PT15M"));
        }
    }

    /**
     * The same rules with other buffers.
     *
     * @param first before the slot
     * @param last after the slot
     * @return the changed rules
     * @throws InvalidInputException if one is out of range
     */
    public BookingRules buffers(Duration first, Duration last) {
        return new BookingRules(first, last, shortest, longest, granularity, horizonDays, mostPerHolder);
    }

    /**
     * The same rules with other lengths.
     *
     * @param min the shortest booking
     * @param max the longest booking
     * @return the changed rules
     * @throws InvalidInputException if one is out of range
     */
    public BookingRules lasting(Duration min, Duration max) {
        return new BookingRules(before, after, min, max, granularity, horizonDays, mostPerHolder);
    }

    /**
     * The same rules on another grid.
     *
     * @param grid the granularity
     * @return the changed rules
     * @throws InvalidInputException if it is out of range or does not divide a day
     */
    public BookingRules every(Duration grid) {
        return new BookingRules(before, after, shortest, longest, grid, horizonDays, mostPerHolder);
    }

    /**
     * The same rules with another horizon.
     *
     * @param days how many days ahead
     * @return the changed rules
     * @throws InvalidInputException if it is out of range
     */
    public BookingRules ahead(int days) {
        return new BookingRules(before, after, shortest, longest, granularity, days, mostPerHolder);
    }

    /**
     * The same rules with another bound on what one holder may have.
     *
     * @param most how many reservations at the same time, or null for no bound
     * @return the changed rules
     * @throws InvalidInputException if it is out of range
     */
    public BookingRules perHolder(@Nullable Integer most) {
        return new BookingRules(before, after, shortest, longest, granularity, horizonDays, most);
    }
}
