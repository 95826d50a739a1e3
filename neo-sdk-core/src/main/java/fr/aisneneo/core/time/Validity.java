package fr.aisneneo.core.time;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The days on which something is true: a profile, the name of a commune. Whole days without a clock, both ends
 * included, as decrees and forms give them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param from the first day
 * @param through the last day, itself included; null for until further notice
 */
public record Validity(LocalDate from, @Nullable LocalDate through) {

    /**
     * Checks the order.
     *
     * @throws InvalidInputException {@code input.required} without a first day, {@code input.reversed} if it ends
     *     before it starts
     */
    public Validity {
        if (from == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "validity.from");
        }
        if (through != null && through.isBefore(from)) {
            throw new InvalidInputException(
                    CoreError.INPUT_REVERSED, "validity.through", Map.of("start", from, "end", through));
        }
    }

    /**
     * From a day until further notice.
     *
     * @param day the first day
     * @return a validity without end
     */
    public static Validity since(LocalDate day) {
        return new Validity(day, null);
    }

    /**
     * The same, ending on a day.
     *
     * @param day the last day, itself included
     * @return the shorter or longer validity
     * @throws InvalidInputException {@code input.reversed} for a day before the first
     */
    public Validity through(LocalDate day) {
        return new Validity(from, day);
    }

    /**
     * Whether it holds on a day.
     *
     * @param day the day
     * @return true from the first to the last day
     */
    public boolean includes(LocalDate day) {
        return !day.isBefore(from) && (through == null || !day.isAfter(through));
    }

    /**
     * Whether there is a day on which both hold.
     *
     * @param other another validity
     * @return true if they share at least one day
     */
    public boolean overlaps(Validity other) {
        return includes(other.from) || other.includes(from);
    }
}
