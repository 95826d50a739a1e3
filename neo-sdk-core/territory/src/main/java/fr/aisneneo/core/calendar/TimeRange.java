package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import jakarta.json.bind.adapter.JsonbAdapter;
import jakarta.json.bind.annotation.JsonbTypeAdapter;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Opening times on one day, by the clock on the wall: {@code 09:00-12:30}. Half-open, in whole minutes.
 *
 * <p>An end at or before the start is that of the next day: {@code 22:00-02:00} runs over midnight, {@code 14:00-24:00}
 * until midnight (its end is {@link LocalTime#MIDNIGHT}), {@code 00:00-24:00} is the whole day. Such a range belongs to
 * the day it starts on.
 *
 * <p>Immutable and thread-safe. Sorted by start, then by end.
 *
 * @param start when it opens
 * @param end when it closes, not part of it; not the same as {@code start}, save midnight for the whole day
 */
@JsonbTypeAdapter(TimeRange.Json.class)
public record TimeRange(LocalTime start, LocalTime end) implements Comparable<TimeRange> {
    /** From midnight to midnight: 23, 24 or 25 hours. */
    public static final TimeRange ALL_DAY = new TimeRange(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

    private static final String FIELD = "hours";
    private static final Pattern FORM =
            Pattern.compile("([01]\\d|2[0-3]):([0-5]\\d)-(?:([01]\\d|2[0-3]):([0-5]\\d)|24:00)");
    private static final int MINUTES_A_DAY = 24 * 60;

    /**
     * Checks the bounds.
     *
     * @throws InvalidInputException {@code calendar.interval.empty} if start and end are the same but not midnight,
     *     {@code input.malformed} if one of them has seconds
     */
    public TimeRange {
        requireMinutes(start);
        requireMinutes(end);
        if (start.equals(end) && !start.equals(LocalTime.MIDNIGHT)) {
            throw new InvalidInputException(CalendarError.EMPTY, FIELD, Map.of("start", start));
        }
    }

    /**
     * Reads a range.
     *
     * @param text two times of day and a hyphen, such as {@code 09:00-12:30}; {@code 24:00} is an end too
     * @return the range
     * @throws InvalidInputException {@code input.malformed} for any other form, {@code calendar.interval.empty} for an
     *     empty range
     */
    public static TimeRange parse(String text) {
        Matcher parts = FORM.matcher(text);
        if (!parts.matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, FIELD, Map.of("expected", "09:00-12:30"));
        }
        LocalTime start = LocalTime.of(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2)));
        LocalTime end = parts.group(3) == null
                ? LocalTime.MIDNIGHT
                : LocalTime.of(Integer.parseInt(parts.group(3)), Integer.parseInt(parts.group(4)));
        if (end.equals(LocalTime.MIDNIGHT) && parts.group(3) != null && start.equals(LocalTime.MIDNIGHT)) {
            throw new InvalidInputException(CalendarError.EMPTY, FIELD, Map.of("start", start));
        }
        return new TimeRange(start, end);
    }

    private static void requireMinutes(LocalTime time) {
        if (time.getSecond() != 0 || time.getNano() != 0) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, FIELD, Map.of("expected", "HH:mm"));
        }
    }

    /**
     * When it opens on a day.
     *
     * @param day the day it belongs to
     * @return the local start
     */
    public LocalDateTime startOn(LocalDate day) {
        return day.atTime(start);
    }

    /**
     * When it closes if it opened on a day.
     *
     * @param day the day it belongs to
     * @return the local end, on that day or the next
     */
    public LocalDateTime endOn(LocalDate day) {
        return overMidnight() ? day.plusDays(1).atTime(end) : day.atTime(end);
    }

    /**
     * Whether it ends on the next day, midnight itself included.
     *
     * @return true for {@code 22:00-02:00} and {@code 14:00-24:00}
     */
    public boolean overMidnight() {
        return !end.isAfter(start);
    }

    /**
     * Whether two ranges of one day share a minute.
     *
     * @param other another range of the same day
     * @return true if so; false if they only touch
     */
    public boolean overlaps(TimeRange other) {
        return startMinute() < other.endMinute() && other.startMinute() < endMinute();
    }

    /**
     * How long it is on a day without a change of the clock.
     *
     * @return one minute to 24 hours
     */
    public Duration length() {
        return Duration.ofMinutes(endMinute() - startMinute());
    }

    private int startMinute() {
        return start.getHour() * 60 + start.getMinute();
    }

    private int endMinute() {
        int minute = end.getHour() * 60 + end.getMinute();
        return overMidnight() ? minute + MINUTES_A_DAY : minute;
    }

    @Override
    public int compareTo(TimeRange other) {
        int byStart = Integer.compare(startMinute(), other.startMinute());
        return byStart != 0 ? byStart : Integer.compare(endMinute(), other.endMinute());
    }

    /**
     * The form that {@link #parse} reads.
     *
     * @return such as {@code 14:00-24:00}
     */
    @Override
    public String toString() {
        return start + "-" + (end.equals(LocalTime.MIDNIGHT) ? "24:00" : end);
    }

    /** Writes a range as its text. Thread-safe. */
    public static final class Json implements JsonbAdapter<TimeRange, String> {

        /** For JSON-B providers. */
        public Json() {}

        @Override
        public String adaptToJson(TimeRange range) {
            return range.toString();
        }

        @Override
        public TimeRange adaptFromJson(String text) {
            return parse(text);
        }
    }
}
