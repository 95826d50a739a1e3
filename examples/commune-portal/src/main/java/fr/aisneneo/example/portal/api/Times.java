package fr.aisneneo.example.portal.api;

import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.Zones;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.example.portal.web.Params;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Times as they stand in JSON and addresses: ISO 8601, local with or without the offset. */
final class Times {
    private static final DateTimeFormatter WITH_OFFSET =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
    /** Without the name of a zone in brackets: nobody would hold it against the zone that is meant. */
    private static final DateTimeFormatter OFFSET_OR_LOCAL = new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ISO_LOCAL_DATE_TIME)
            .optionalStart()
            .appendOffsetId()
            .optionalEnd()
            .toFormatter(Locale.ROOT)
            .withChronology(IsoChronology.INSTANCE)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final int LONGEST = 40;

    private Times() {}

    static String write(Instant instant, ZoneId zone) {
        return WITH_OFFSET.format(instant.atZone(zone));
    }

    /**
     * The slot between two times: both local, or both with an offset, which says which one is meant where the clock
     * shows a time twice.
     *
     * @param zone the zone that was named; that of the space if none was
     * @param own the zone of the space
     */
    static LocalSlot slot(@Nullable String start, @Nullable String end, @Nullable String zone, ZoneId own) {
        ZoneId meant = zone == null ? own : Zones.parse(zone, "zone");
        TemporalAccessor from = read(start, "start");
        TemporalAccessor to = read(end, "end");
        if (from instanceof OffsetDateTime first && to instanceof OffsetDateTime last) {
            return LocalSlot.of(first, last, meant);
        }
        if (from instanceof LocalDateTime first && to instanceof LocalDateTime last) {
            return LocalSlot.of(first, last, meant);
        }
        throw malformed("end");
    }

    /** An instant, given as a local time of a zone or with its offset. */
    static Instant instant(@Nullable String text, String field, ZoneId zone) {
        TemporalAccessor time = read(text, field);
        try {
            return time instanceof OffsetDateTime exact
                    ? exact.toInstant()
                    : LocalDateTime.from(time).atZone(zone).toInstant();
        } catch (DateTimeException e) {
            throw malformed(field);
        }
    }

    private static TemporalAccessor read(@Nullable String text, String field) {
        String given = Params.required(text, field);
        if (given.length() > LONGEST) {
            throw malformed(field);
        }
        try {
            return OFFSET_OR_LOCAL.parseBest(given, OffsetDateTime::from, LocalDateTime::from);
        } catch (DateTimeParseException e) {
            throw malformed(field);
        }
    }

    private static InvalidInputException malformed(String field) {
        return new InvalidInputException(
                CoreError.INPUT_MALFORMED, field, Map.of("expected", "2026-11-24T09:00, 2026-11-24T09:00+01:00"));
    }
}
