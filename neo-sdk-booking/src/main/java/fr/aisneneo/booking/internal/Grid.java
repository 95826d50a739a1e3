package fr.aisneneo.booking.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoField;
import java.time.zone.ZoneOffsetTransition;

/**
 * The times at which slots of a space may start and end: multiples of its granularity since midnight on the clock.
 *
 * @param granularity one minute to one day
 * @param zone whose clock
 */
public record Grid(Duration granularity, ZoneId zone) {

    /**
     * Whether a time is on it.
     *
     * @param time what the clock shows
     * @return true for a multiple of the granularity since midnight
     */
    public boolean has(LocalDateTime time) {
        return time.getSecond() == 0
                && time.getNano() == 0
                && time.get(ChronoField.MINUTE_OF_DAY) % granularity.toMinutes() == 0;
    }

    /**
     * Whether the clock shows a time of the grid.
     *
     * @param instant when
     * @return true if so
     */
    public boolean has(Instant instant) {
        return has(LocalDateTime.ofInstant(instant, zone));
    }

    /**
     * The first instant at or after another one at which the clock shows a time of the grid.
     *
     * @param instant where to look from
     * @return that instant or a later one
     */
    public Instant atOrAfter(Instant instant) {
        Instant from = instant;
        while (true) {
            Instant next = from.plus(untilNext(from));
            ZoneOffsetTransition change = zone.getRules().nextTransition(from);
            if (change == null || next.isBefore(change.getInstant())) {
                return next;
            }
            // The clock is changed on the way: look again from there, by the new clock.
            from = change.getInstant();
            if (has(from)) {
                return from;
            }
        }
    }

    private Duration untilNext(Instant from) {
        long nanos = LocalTime.ofInstant(from, zone).toNanoOfDay() % granularity.toNanos();
        return nanos == 0 ? Duration.ZERO : granularity.minusNanos(nanos);
    }
}
