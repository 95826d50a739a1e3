package fr.aisneneo.booking;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/** What one of many callers does: books and cancels at random in a few spaces, so that they meet all the time. */
final class Storm {
    static final int CALLERS = 64;
    static final List<SpaceId> SPACES =
            List.of(new SpaceId(new UUID(6, 1)), new SpaceId(new UUID(6, 2)), new SpaceId(new UUID(6, 3)));
    private static final LocalDateTime FIRST = LocalDateTime.parse("2026-11-24T00:00");

    private final World world;
    private final Actor caller;
    private final SplittableRandom random;
    private final List<ReservationId> mine = new ArrayList<>();

    Storm(World world, int caller, long seed) {
        this.world = world;
        this.caller = World.actor(100 + caller, Role.MEMBER);
        this.random = new SplittableRandom(seed + caller);
    }

    /** Hears what was asked and what was acknowledged. */
    interface Witness {
        void reserved(ReservationId id);

        void cancelling(ReservationId id);

        void cancelled(ReservationId id);
    }

    /** Adds the spaces, unless they are there already: a room with buffers, three desks, ten desks. */
    static void prepare(World world) {
        int[] capacities = {1, 3, 10};
        for (int i = 0; i < SPACES.size(); i++) {
            BookingRules rules = BookingRules.STANDARD.lasting(Duration.ofMinutes(30), Duration.ofHours(30));
            world.add(new Space(
                    SPACES.get(i),
                    World.HUB,
                    SpaceKind.COWORKING,
                    "Espace " + (i + 1),
                    capacities[i],
                    World.PARIS,
                    OpeningHours.ALWAYS,
                    i == 0 ? rules.buffers(Duration.ofMinutes(15), Duration.ofMinutes(30)) : rules,
                    SpaceStatus.IN_SERVICE));
        }
    }

    /** One attempt; that a slot is taken is part of the game, everything else is an error. */
    void once(Witness witness, int days) {
        if (!mine.isEmpty() && random.nextInt(5) == 0) {
            ReservationId id = mine.remove(random.nextInt(mine.size()));
            witness.cancelling(id);
            world.booking().cancel(caller, id);
            witness.cancelled(id);
            return;
        }
        LocalDateTime start = FIRST.plusMinutes(15L * random.nextInt(days * 96));
        LocalDateTime end = start.plusMinutes(random.nextInt(10) == 0 ? 26 * 60 : 30 + 15L * random.nextInt(8));
        ReservationRequest request = new ReservationRequest(
                world.booking().newReservationId(),
                SPACES.get(random.nextInt(SPACES.size())),
                LocalSlot.of(start, end, World.PARIS),
                1,
                caller.party());
        try {
            world.booking().reserve(caller, request);
            mine.add(request.id());
            witness.reserved(request.id());
        } catch (ConflictException e) {
            if (e.errorCode() != BookingError.SLOT_TAKEN) {
                throw e;
            }
        }
    }
}
