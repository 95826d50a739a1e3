package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * From when to when something is planned, as people say it: local times in a zone. This is the truth about the future;
 * the {@linkplain #interval() instants} are derived from it and move when a government moves the clock.
 *
 * <p>Half-open. Over midnight and over several days is fine; how long it really lasts, an hour more or less where the
 * clock changes, only {@link #interval()} tells. Making a slot checks nothing but its bounds, so that what was planned
 * can always be read back; resolving it is strict.
 *
 * <p>A local time that happens twice means the first time, unless the slot says {@link OffsetChoice#LATER}:
 *
 * <pre>{@code
 * LocalSlot slot = LocalSlot.of(start, end, ZoneId.of("Europe/Paris"));
 * LocalSlot night = new LocalSlot(start, OffsetChoice.EARLIER, end, OffsetChoice.LATER, paris);
 * LocalSlot exact = LocalSlot.of(OffsetDateTime.parse("2026-10-25T02:30+01:00"), later, paris);
 * }</pre>
 *
 * <p>Immutable and thread-safe.
 *
 * @param start the local start, in the years 1 to 9999
 * @param startOffset which one, where the start happens twice
 * @param end the local end, not part of it, in the years 1 to 9999
 * @param endOffset which one, where the end happens twice
 * @param zone the zone whose clock is meant
 */
public record LocalSlot(
        LocalDateTime start, OffsetChoice startOffset, LocalDateTime end, OffsetChoice endOffset, ZoneId zone) {
    private static final String START = "slot.start";
    private static final String END = "slot.end";

    /**
     * Checks the bounds, and drops a choice that means nothing.
     *
     * @throws InvalidInputException {@code input.required} for what is missing, {@code input.out_of_range} for a year
     *     outside 1 to 9999
     */
    public LocalSlot {
        require(start, START);
        require(startOffset, "slot.startOffset");
        require(end, END);
        require(endOffset, "slot.endOffset");
        require(zone, "slot.zone");
        requireYear(start, START);
        requireYear(end, END);
        startOffset = happensTwice(start, zone) ? startOffset : OffsetChoice.EARLIER;
        endOffset = happensTwice(end, zone) ? endOffset : OffsetChoice.EARLIER;
    }

    /**
     * A slot where each time means its first occurrence.
     *
     * @param start the local start
     * @param end the local end
     * @param zone the zone whose clock is meant
     * @return the slot
     * @throws InvalidInputException {@code input.out_of_range} for a year outside 1 to 9999
     */
    public static LocalSlot of(LocalDateTime start, LocalDateTime end, ZoneId zone) {
        return new LocalSlot(start, OffsetChoice.EARLIER, end, OffsetChoice.EARLIER, zone);
    }

    /**
     * A slot whose times say their offset, so that nothing is left to choose.
     *
     * @param start the start with the offset in force
     * @param end the end with the offset in force
     * @param zone the zone whose clock is meant
     * @return the slot
     * @throws InvalidInputException {@code calendar.time.offset} if the zone has another offset at that time,
     *     {@code calendar.time.nonexistent} if the clock skips it
     */
    public static LocalSlot of(OffsetDateTime start, OffsetDateTime end, ZoneId zone) {
        require(start, START);
        require(end, END);
        require(zone, "slot.zone");
        return new LocalSlot(
                start.toLocalDateTime(),
                choice(start, zone, START),
                end.toLocalDateTime(),
                choice(end, zone, END),
                zone);
    }

    /**
     * The local times of an interval.
     *
     * @param interval the instants
     * @param zone the zone whose clock is meant
     * @return the slot that {@linkplain #interval() resolves} to that interval
     */
    public static LocalSlot of(Interval interval, ZoneId zone) {
        return of(
                interval.start().atZone(zone).toOffsetDateTime(),
                interval.end().atZone(zone).toOffsetDateTime(),
                zone);
    }

    /**
     * The instants meant, by the rules of the zone that this machine knows.
     *
     * @return the interval
     * @throws InvalidInputException {@code calendar.time.nonexistent} if the clock skips one of the times,
     *     {@code calendar.interval.reversed} or {@code calendar.interval.empty} if the end is not after the start; on
     *     the field {@code slot.start} or {@code slot.end}
     */
    public Interval interval() {
        OffsetDateTime from = resolve(start, startOffset, zone, START);
        OffsetDateTime to = resolve(end, endOffset, zone, END);
        Interval.requireOrder(from.toInstant(), to.toInstant(), END, from, to);
        return new Interval(from.toInstant(), to.toInstant());
    }

    private static OffsetDateTime resolve(LocalDateTime time, OffsetChoice choice, ZoneId zone, String field) {
        List<ZoneOffset> offsets = validOffsets(time, zone, field);
        return time.atOffset(offsets.get(choice == OffsetChoice.LATER ? offsets.size() - 1 : 0));
    }

    private static OffsetChoice choice(OffsetDateTime time, ZoneId zone, String field) {
        requireYear(time.toLocalDateTime(), field);
        List<ZoneOffset> valid = validOffsets(time.toLocalDateTime(), zone, field);
        int index = valid.indexOf(time.getOffset());
        if (index < 0) {
            throw new InvalidInputException(
                    CalendarError.OFFSET_WRONG,
                    field,
                    Map.of("time", time.toLocalDateTime(), "zone", zone, "valid", shown(valid)));
        }
        return index == 0 ? OffsetChoice.EARLIER : OffsetChoice.LATER;
    }

    /** One offset, or two with that of the earlier instant first; none is refused. */
    private static List<ZoneOffset> validOffsets(LocalDateTime time, ZoneId zone, String field) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(time);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(time);
            throw new InvalidInputException(
                    CalendarError.TIME_NONEXISTENT,
                    field,
                    Map.of(
                            "time",
                            time,
                            "zone",
                            zone,
                            "before",
                            gap.getDateTimeBefore(),
                            "after",
                            gap.getDateTimeAfter()));
        }
        return offsets;
    }

    private static String shown(List<ZoneOffset> offsets) {
        return offsets.stream().map(ZoneOffset::getId).collect(Collectors.joining(" / "));
    }

    private static boolean happensTwice(LocalDateTime time, ZoneId zone) {
        return zone.getRules().getValidOffsets(time).size() > 1;
    }

    private static void require(@Nullable Object given, String field) {
        if (given == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
    }

    private static void requireYear(LocalDateTime time, String field) {
        if (time.getYear() < 1 || time.getYear() > 9999) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", "0001-01-01T00:00", "max", "9999-12-31T23:59"));
        }
    }

    /**
     * The local times and the zone.
     *
     * @return such as {@code 2026-03-29T09:00/2026-03-29T12:00[Europe/Paris]}, with {@code (later)} behind a second
     *     occurrence
     */
    @Override
    public String toString() {
        return start + mark(startOffset) + "/" + end + mark(endOffset) + "[" + zone + "]";
    }

    private static String mark(OffsetChoice choice) {
        return choice == OffsetChoice.LATER ? "(later)" : "";
    }
}
