package fr.aisneneo.booking;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.storage.Scan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Looks at everything that a store holds, and adds it up another way than booking does. */
final class Audit {
    private static final Interval EVER =
            new Interval(Instant.parse("2026-11-01T00:00:00Z"), Instant.parse("2027-06-01T00:00:00Z"));

    private Audit() {}

    /** Every reservation of the store. */
    static List<Reservation> reservations(World world) {
        List<Reservation> all = new ArrayList<>();
        world.neo().store().read(tx -> {
            tx.documents(BookingCollections.RESERVATIONS, World.TENANT)
                    .forEach(Scan.byId(), found -> all.add(found.value()));
            return true;
        });
        return all;
    }

    /** That no space holds more than it can, that the loads are the sum of the reservations, and the journal agrees. */
    static void expectSound(World world) {
        List<Reservation> all = reservations(world);
        for (SpaceId id : Storm.SPACES) {
            Space space = world.booking().space(World.ANNE, id).orElseThrow();
            NavigableMap<Instant, Integer> levels = levels(all, id);
            assertThat(levels.values())
                    .as("places occupied in %s", space.name())
                    .allSatisfy(level -> assertThat(level).isBetween(0, space.capacity()));
            assertThat(storedLevels(world, id)).as("load of %s", space.name()).isEqualTo(levels);
        }
        expectJournal(world, all);
    }

    /** The level from each instant on at which it changes, summed up from the reservations. */
    private static NavigableMap<Instant, Integer> levels(List<Reservation> all, SpaceId space) {
        NavigableMap<Instant, Integer> changes = new TreeMap<>();
        for (Reservation reservation : all) {
            if (reservation.space().equals(space) && reservation.status().occupies()) {
                changes.merge(reservation.occupied().start(), reservation.quantity(), Integer::sum);
                changes.merge(reservation.occupied().end(), -reservation.quantity(), Integer::sum);
            }
        }
        NavigableMap<Instant, Integer> levels = new TreeMap<>();
        int level = 0;
        for (Map.Entry<Instant, Integer> change : changes.entrySet()) {
            level += change.getValue();
            if (change.getValue() != 0) {
                levels.put(change.getKey(), level);
            }
        }
        return levels;
    }

    private static NavigableMap<Instant, Integer> storedLevels(World world, SpaceId space) {
        List<Loads.Run> runs = world.neo().store().read(tx -> new Loads(tx, World.TENANT).runs(space.value(), EVER));
        NavigableMap<Instant, Integer> all = new TreeMap<>();
        for (Loads.Run run : runs) {
            all.put(run.interval().start(), run.used());
            all.putIfAbsent(run.interval().end(), 0);
        }
        // A day ends every run; what goes on at the same level over midnight is one level.
        NavigableMap<Instant, Integer> levels = new TreeMap<>();
        int before = 0;
        for (Map.Entry<Instant, Integer> entry : all.entrySet()) {
            if (entry.getValue() != before) {
                levels.put(entry.getKey(), entry.getValue());
                before = entry.getValue();
            }
        }
        return levels;
    }

    private static void expectJournal(World world, List<Reservation> all) {
        Map<String, ReservationStatus> told = new HashMap<>();
        long position = 0;
        for (List<Event> page = page(world, position); !page.isEmpty(); page = page(world, position)) {
            for (Event event : page) {
                assertThat(event.position()).isEqualTo(position + 1);
                position = event.position();
                if (event.type().equals(BookingEvents.RESERVATION_CONFIRMED.name())) {
                    assertThat(told.put(event.aggregate().id(), ReservationStatus.CONFIRMED))
                            .as("confirmed once")
                            .isNull();
                } else if (event.type().equals(BookingEvents.RESERVATION_CANCELLED.name())) {
                    assertThat(told.put(event.aggregate().id(), ReservationStatus.CANCELLED))
                            .as("cancelled once")
                            .isEqualTo(ReservationStatus.CONFIRMED);
                }
            }
        }
        Map<String, ReservationStatus> stored = new HashMap<>();
        all.forEach(reservation -> stored.put(reservation.id().text(), reservation.status()));
        assertThat(told).as("what the journal tells").isEqualTo(stored);
    }

    private static List<Event> page(World world, long after) {
        return world.neo().journal().read(World.ADMINISTRATOR, after, 1_000);
    }
}
