package fr.aisneneo.example.portal.sdk;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.FreeSlot;
import fr.aisneneo.booking.FreeSlotQuery;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;

/** Free slots to propose. */
public final class FreeSlots {
    private static final Duration AHEAD = Duration.ofDays(21);
    private static final Duration HOUR = Duration.ofHours(1);

    private FreeSlots() {}

    /**
     * The next slot of the usual length.
     *
     * @param booking where to look
     * @param actor who asks
     * @param space which space
     * @param now from when on
     */
    public static Optional<FreeSlot> next(Booking booking, Actor actor, Space space, Instant now) {
        return first(booking, actor, space, usualLength(space), 1, now);
    }

    /**
     * What could be had instead of a slot that was refused: as long, for as many places, not earlier.
     *
     * @param booking where to look
     * @param actor who asks
     * @param space which space
     * @param refused what was refused
     * @param quantity how many places
     */
    public static Optional<FreeSlot> insteadOf(
            Booking booking, Actor actor, Space space, Interval refused, int quantity) {
        return first(booking, actor, space, refused.duration(), quantity, refused.start());
    }

    /** An hour, or as near to it as the space lets it be. */
    public static Duration usualLength(Space space) {
        Duration shortest = space.rules().shortest();
        Duration longest = space.rules().longest();
        Duration atLeast = HOUR.compareTo(shortest) < 0 ? shortest : HOUR;
        return atLeast.compareTo(longest) > 0 ? longest : atLeast;
    }

    /** When a reservation may start at the earliest: on the grid of the space, not in the past. */
    public static Instant earliest(Space space, Instant now) {
        ZonedDateTime midnight = now.atZone(space.zone()).toLocalDate().atStartOfDay(space.zone());
        long step = space.rules().granularity().toSeconds();
        long passed = Duration.between(midnight.toInstant(), now).toSeconds();
        return midnight.plusSeconds((passed / step + 1) * step).toInstant();
    }

    private static Optional<FreeSlot> first(
            Booking booking, Actor actor, Space space, Duration length, int quantity, Instant from) {
        Interval window = Interval.of(from, AHEAD.plus(length));
        return booking.firstFreeSlot(actor, new FreeSlotQuery(List.of(space.id()), length, quantity, window));
    }
}
