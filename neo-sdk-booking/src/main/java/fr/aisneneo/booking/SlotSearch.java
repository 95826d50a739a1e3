package fr.aisneneo.booking;

import fr.aisneneo.booking.internal.Grid;
import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.calendar.LocalSlot;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The first slot of a length that a space would take: exact, that is, the first one that {@link SlotRules} and the load
 * both let pass. Goes through the time in steps of a week and stops at the first hit.
 */
final class SlotSearch {
    private static final Duration STEP = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    /** How much longer than its name a number of calendar days can be. */
    private static final Duration LONGER_DAY = Duration.ofHours(26);

    private final Loads loads;
    private final Duration length;
    private final int quantity;
    private final Instant now;

    SlotSearch(Loads loads, Duration length, int quantity, Instant now) {
        this.loads = loads;
        this.length = length;
        this.quantity = quantity;
        this.now = now;
    }

    /** The first slot that starts and ends within a window. */
    Optional<FreeSlot> first(Venue venue, Interval window) {
        return first(venue, window, window.end());
    }

    /** The first slot within a window, if it starts before some instant; later ones may be found or not. */
    Optional<FreeSlot> first(Venue venue, Interval window, Instant startsBefore) {
        Space space = venue.space();
        Instant from = later(window.start(), now);
        Instant latest = earlier(window.end(), SlotRules.latest(space, now));
        Instant until = venue.end().map(end -> earlier(latest, end)).orElse(latest);
        if (space.status() != SpaceStatus.IN_SERVICE || quantity > space.capacity()) {
            return Optional.empty();
        }
        while (from.isBefore(until) && from.isBefore(startsBefore)) {
            Instant to = earlier(until, from.plus(STEP));
            Optional<FreeSlot> found = firstStarting(venue, new Interval(from, to), until);
            if (found.isPresent()) {
                return found;
            }
            from = to;
        }
        return Optional.empty();
    }

    private Optional<FreeSlot> firstStarting(Venue venue, Interval starts, Instant until) {
        Space space = venue.space();
        Duration before = space.rules().before();
        Duration after = space.rules().after();
        Interval slots = new Interval(
                starts.start(), earlier(until, starts.end().plus(length).plus(LONGER_DAY)));
        Interval seen = slots.widenedBy(before, after);
        List<Interval> room = new ArrayList<>();
        for (Interval free : loads.atMost(space.id().value(), seen, space.capacity() - quantity)
                .intervals()) {
            Instant from = free.start().plus(before);
            Instant to = free.end().minus(after);
            if (from.isBefore(to)) {
                room.add(new Interval(from, to));
            }
        }
        Grid grid = new Grid(space.rules().granularity(), space.zone());
        IntervalSet possible = venue.open(slots).intersection(IntervalSet.of(room));
        return possible.intervals().stream()
                .flatMap(part -> firstIn(space, grid, part).stream())
                .findFirst();
    }

    /** The first start on the grid decides, unless a change of the clock makes a later one differ. */
    private Optional<FreeSlot> firstIn(Space space, Grid grid, Interval part) {
        Instant start = grid.atOrAfter(part.start());
        Instant end = end(space, start);
        while (!end.isAfter(part.end()) && start.isBefore(part.end())) {
            if (start.isBefore(end) && grid.has(end)) {
                Interval interval = new Interval(start, end);
                LocalSlot slot = LocalSlot.of(interval, space.zone());
                if (SlotRules.lengthFits(space.rules(), slot, interval)) {
                    return Optional.of(new FreeSlot(space.id(), slot, interval));
                }
            }
            ZoneOffsetTransition change = space.zone().getRules().nextTransition(start);
            if (change == null || change.getInstant().isAfter(part.end())) {
                break;
            }
            start = grid.atOrAfter(start.plus(Duration.ofMinutes(1)));
            end = end(space, start);
        }
        return Optional.empty();
    }

    /** A whole number of days goes by the calendar; the end of a slot that the clock skips is no end. */
    private Instant end(Space space, Instant start) {
        if (length.toMinutes() % DAY.toMinutes() != 0) {
            return start.plus(length);
        }
        ZonedDateTime local = start.atZone(space.zone());
        ZonedDateTime end = local.plusDays(length.toDays());
        boolean exists = end.toLocalDateTime().equals(local.toLocalDateTime().plusDays(length.toDays()));
        return exists ? end.toInstant() : Instant.MIN;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
