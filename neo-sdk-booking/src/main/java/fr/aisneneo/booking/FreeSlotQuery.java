package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What free slot is looked for.
 *
 * <p>Immutable and thread-safe.
 *
 * @param spaces the spaces that will do, the preferred one first; 1 to {@value #MOST_SPACES}
 * @param duration how long, in whole minutes, up to {@link BookingRules#LONGEST}. A whole number of days means days by
 *     the calendar, of 23, 24 or 25 hours; anything else is the time that passes
 * @param quantity how many places, 1 or more
 * @param window the slot begins and ends within it; up to {@value #MOST_DAYS} days
 */
public record FreeSlotQuery(List<SpaceId> spaces, Duration duration, int quantity, Interval window) {
    /** The most spaces that are looked at together. */
    public static final int MOST_SPACES = 100;

    /** The longest window, in days. */
    public static final int MOST_DAYS = 400;

    /**
     * Checks the bounds.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.out_of_range} or {@code input.too_large}
     */
    public FreeSlotQuery {
        if (spaces == null || spaces.isEmpty() || spaces.stream().anyMatch(Objects::isNull)) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "spaces");
        }
        if (duration == null || window == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, duration == null ? "duration" : "window");
        }
        spaces = List.copyOf(spaces);
        if (spaces.size() > MOST_SPACES) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "spaces", Map.of("limit", MOST_SPACES));
        }
        if (duration.compareTo(Duration.ofMinutes(1)) < 0
                || duration.compareTo(BookingRules.LONGEST) > 0
                || !duration.equals(Duration.ofMinutes(duration.toMinutes()))) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "duration", Map.of("min", "PT1M", "max", BookingRules.LONGEST));
        }
        if (quantity < 1) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "quantity", Map.of("min", 1, "max", Space.MOST_PLACES));
        }
        if (window.duration().compareTo(Duration.ofDays(MOST_DAYS)) > 0) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "window", Map.of("limit", MOST_DAYS + " d"));
        }
    }

    /**
     * One place in one space.
     *
     * @param space the space
     * @param duration how long
     * @param after when it begins at the earliest
     * @param until when it ends at the latest
     * @return the query
     * @throws InvalidInputException if something is out of range
     */
    public static FreeSlotQuery of(SpaceId space, Duration duration, Instant after, Instant until) {
        return new FreeSlotQuery(Collections.singletonList(space), duration, 1, new Interval(after, until));
    }
}
