package fr.aisneneo.booking;

import fr.aisneneo.booking.internal.Grid;
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** What a slot must be like before anybody asks whether it is free. */
final class SlotRules {
    private static final int LOOK_AHEAD_DAYS = 60;

    private SlotRules() {}

    /**
     * Resolves a slot and holds it to every rule of a space and its site.
     *
     * @throws InvalidInputException if the slot or the quantity makes no sense
     * @throws RefusedException if a rule says no
     */
    static Interval check(Venue venue, LocalSlot slot, int quantity, Instant now) {
        Space space = venue.space();
        if (!slot.zone().equals(space.zone())) {
            throw new InvalidInputException(
                    BookingError.SLOT_ZONE,
                    "slot.zone",
                    Map.of("expected", space.zone().getId()));
        }
        Interval interval = slot.interval();
        if (quantity < 1) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "quantity", Map.of("min", 1, "max", space.capacity()));
        }
        checkLength(space.rules(), slot, interval);
        checkGrid(space, slot);
        checkTime(space, slot, interval, now);
        if (space.status() != SpaceStatus.IN_SERVICE) {
            throw new RefusedException(BookingError.SPACE_WITHDRAWN, Map.of("space", space.name()));
        }
        if (venue.end().filter(interval.end()::isAfter).isPresent()) {
            throw new RefusedException(
                    BookingError.SITE_CLOSED,
                    Map.of(
                            "site",
                            venue.site().name(),
                            "lastDay",
                            Objects.requireNonNull(venue.site().lastDay())));
        }
        if (quantity > space.capacity()) {
            throw new RefusedException(
                    BookingError.CAPACITY_EXCEEDED, Map.of("quantity", quantity, "capacity", space.capacity()));
        }
        checkOpen(venue, interval);
        return interval;
    }

    private static void checkLength(BookingRules rules, LocalSlot slot, Interval interval) {
        if (tooLong(slot, interval, BookingRules.LONGEST)) {
            throw new RefusedException(BookingError.SLOT_TOO_LONG, Map.of("limit", BookingRules.LONGEST));
        }
        if (tooLong(slot, interval, rules.longest())) {
            throw new RefusedException(BookingError.SLOT_TOO_LONG, Map.of("limit", rules.longest()));
        }
        if (tooShort(slot, interval, rules.shortest())) {
            throw new RefusedException(BookingError.SLOT_TOO_SHORT, Map.of("limit", rules.shortest()));
        }
    }

    /** Whether the length of a slot is one that a space takes. */
    static boolean lengthFits(BookingRules rules, LocalSlot slot, Interval interval) {
        return !tooLong(slot, interval, rules.longest()) && !tooShort(slot, interval, rules.shortest());
    }

    private static boolean tooLong(LocalSlot slot, Interval interval, Duration limit) {
        return interval.duration().compareTo(limit) > 0 && shown(slot).compareTo(limit) > 0;
    }

    private static boolean tooShort(LocalSlot slot, Interval interval, Duration limit) {
        return interval.duration().compareTo(limit) < 0 && shown(slot).compareTo(limit) < 0;
    }

    private static Duration shown(LocalSlot slot) {
        return Duration.between(slot.start(), slot.end());
    }

    private static void checkGrid(Space space, LocalSlot slot) {
        Grid grid = new Grid(space.rules().granularity(), space.zone());
        Map<String, LocalDateTime> times = new LinkedHashMap<>();
        times.put("slot.start", slot.start());
        times.put("slot.end", slot.end());
        times.forEach((field, time) -> {
            if (!grid.has(time)) {
                throw new InvalidInputException(
                        BookingError.SLOT_GRID,
                        field,
                        Map.of("granularity", space.rules().granularity()));
            }
        });
    }

    private static void checkTime(Space space, LocalSlot slot, Interval interval, Instant now) {
        if (interval.start().isBefore(now)) {
            throw new RefusedException(BookingError.SLOT_PAST, Map.of("start", slot.start()));
        }
        Instant latest = latest(space, now);
        if (interval.end().isAfter(latest)) {
            throw new RefusedException(
                    BookingError.SLOT_BEYOND_HORIZON,
                    Map.of("days", space.rules().horizonDays(), "latest", local(latest, space.zone())));
        }
    }

    /** When a booking must have ended that is made now. */
    static Instant latest(Space space, Instant now) {
        return now.plus(Duration.ofDays(space.rules().horizonDays()));
    }

    private static void checkOpen(Venue venue, Interval interval) {
        List<Interval> closed = venue.open(interval).complement(interval).intervals();
        if (closed.isEmpty()) {
            return;
        }
        ZoneId zone = venue.space().zone();
        Instant first = closed.get(0).start();
        LocalDate date = local(first, zone).toLocalDate();
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("date", date);
        DayHours day = venue.day(date);
        if (day.cause() == DayHours.Cause.HOLIDAY) {
            facts.put("holiday_fr", day.reason(Locale.FRENCH));
            facts.put("holiday_en", day.reason(Locale.ENGLISH));
        } else if (!day.reason(Locale.FRENCH).isEmpty()) {
            facts.put("reason", day.reason(Locale.FRENCH));
        }
        venue.nextOpening(first, LOOK_AHEAD_DAYS)
                .ifPresent(next -> facts.put("next", local(next, zone).truncatedTo(ChronoUnit.MINUTES)));
        throw new RefusedException(BookingError.SLOT_CLOSED, facts);
    }

    static LocalDateTime local(Instant instant, ZoneId zone) {
        return LocalDateTime.ofInstant(instant, zone);
    }
}
