package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import java.time.Instant;

/**
 * A stretch of time in which nothing changes about a space.
 *
 * @param interval from when to when
 * @param open whether the space is open
 * @param used how much of it is taken
 * @param capacity how much there is, more than zero
 */
public record Stretch(Interval interval, boolean open, int used, int capacity) {

    /** How much can still be had; nothing while it is closed. */
    public int free() {
        return open ? Math.max(0, capacity - used) : 0;
    }

    /** Whether two stretches look the same but for when. */
    boolean looksLike(Stretch other) {
        return open == other.open && used == other.used && capacity == other.capacity;
    }

    Stretch between(Instant start, Instant end) {
        return new Stretch(new Interval(start, end), open, used, capacity);
    }
}
