package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.Temporal;
import java.util.Map;
import java.util.Optional;

/**
 * A stretch of time on the UTC time line, half-open: {@code start} belongs to it, {@code end} does not. It is never
 * empty, so that two bookings one after the other touch without overlapping.
 *
 * <p>Immutable and thread-safe. Sorted by start, then by end.
 *
 * @param start the first instant in it
 * @param end the first instant behind it, after {@code start}
 */
public record Interval(Instant start, Instant end) implements Comparable<Interval> {

    /**
     * Checks the order.
     *
     * @throws InvalidInputException {@code calendar.interval.reversed} or {@code calendar.interval.empty}, on the field
     *     {@code end}
     */
    public Interval {
        requireOrder(start, end, "end", start, end);
    }

    /**
     * An interval of a given length.
     *
     * @param start the first instant in it
     * @param length how long it is, more than zero
     * @return the interval
     * @throws InvalidInputException if the length is not positive
     */
    public static Interval of(Instant start, Duration length) {
        return new Interval(start, start.plus(length));
    }

    /**
     * A whole local day, from its first instant to that of the next day: 23, 24 or 25 hours in most zones.
     *
     * @param date the day
     * @param zone where
     * @return the day as an interval
     * @throws InvalidInputException {@code calendar.interval.empty} for a date that the zone skipped as a whole, as
     *     {@code Pacific/Apia} did on 30 December 2011
     */
    public static Interval ofDay(LocalDate date, ZoneId zone) {
        return new Interval(
                date.atStartOfDay(zone).toInstant(),
                date.plusDays(1).atStartOfDay(zone).toInstant());
    }

    static void requireOrder(Instant start, Instant end, String field, Temporal shownStart, Temporal shownEnd) {
        int order = end.compareTo(start);
        if (order < 0) {
            throw new InvalidInputException(
                    CalendarError.REVERSED, field, Map.of("start", shownStart, "end", shownEnd));
        }
        if (order == 0) {
            throw new InvalidInputException(CalendarError.EMPTY, field, Map.of("start", shownStart));
        }
    }

    /**
     * How long it is.
     *
     * @return more than zero
     */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /**
     * Whether an instant lies in it.
     *
     * @param instant the instant
     * @return true from {@code start} on, false from {@code end} on
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && instant.isBefore(end);
    }

    /**
     * Whether another interval lies wholly in it.
     *
     * @param other the other one
     * @return true if every instant of the other one is in this one
     */
    public boolean encloses(Interval other) {
        return !other.start.isBefore(start) && !other.end.isAfter(end);
    }

    /**
     * Whether the two share an instant.
     *
     * @param other the other one
     * @return true if so; false if they only touch
     */
    public boolean overlaps(Interval other) {
        return start.isBefore(other.end) && other.start.isBefore(end);
    }

    /**
     * Whether one ends exactly where the other starts.
     *
     * @param other the other one
     * @return true if they touch without overlapping
     */
    public boolean abuts(Interval other) {
        return end.equals(other.start) || other.end.equals(start);
    }

    /**
     * What the two share.
     *
     * @param other the other one
     * @return the common part, or empty if they do not overlap
     */
    public Optional<Interval> intersection(Interval other) {
        return overlaps(other)
                ? Optional.of(new Interval(later(start, other.start), earlier(end, other.end)))
                : Optional.empty();
    }

    /**
     * The interval with something added at its sides.
     *
     * @param before how much earlier it starts, zero or more
     * @param after how much later it ends, zero or more
     * @return the wider interval
     */
    public Interval widenedBy(Duration before, Duration after) {
        return new Interval(start.minus(before), end.plus(after));
    }

    @Override
    public int compareTo(Interval other) {
        int byStart = start.compareTo(other.start);
        return byStart != 0 ? byStart : end.compareTo(other.end);
    }

    /**
     * The form of ISO 8601 with two instants.
     *
     * @return such as {@code 2026-03-29T00:00:00Z/2026-03-29T02:00:00Z}
     */
    @Override
    public String toString() {
        return start + "/" + end;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
