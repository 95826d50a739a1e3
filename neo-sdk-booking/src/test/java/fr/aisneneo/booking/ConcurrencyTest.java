package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.tck.process.Crowd;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("heavy")
class ConcurrencyTest {
    @TempDir
    Path directory;

    private static boolean books(World world, Actor actor, SpaceId space, LocalSlot slot) {
        try {
            world.booking().reserve(actor, space, slot);
            return true;
        } catch (ConflictException e) {
            assertThat(e.errorCode()).isEqualTo(BookingError.SLOT_TAKEN);
            return false;
        }
    }

    @Test
    void ofSixtyFourWhoWantOneSlotAsManyGetItAsThereArePlaces() throws Exception {
        try (World world = new World("rocksdb:" + directory)) {
            Storm.prepare(world);
            int[] capacities = {1, 3, 10};
            for (int round = 0; round < 6; round++) {
                String from = "%02d:00".formatted(8 + 2 * round);
                LocalSlot slot = monday(from, "%02d:15".formatted(9 + 2 * round));
                SpaceId space = Storm.SPACES.get(round % 3);
                List<Boolean> won = Crowd.together(
                        Storm.CALLERS,
                        caller -> () -> books(world, World.actor(100 + caller, Role.MEMBER), space, slot));
                assertThat(Collections.frequency(won, true)).isEqualTo(capacities[round % 3]);
            }
            Audit.expectSound(world);
        }
    }

    @Test
    void sixtyFourThatRepeatOneRequestGetOneReservation() throws Exception {
        try (World world = new World("rocksdb:" + directory)) {
            Storm.prepare(world);
            ReservationRequest request = new ReservationRequest(
                    world.booking().newReservationId(),
                    Storm.SPACES.get(2),
                    monday("09:00", "10:00"),
                    1,
                    World.ANNE.party());
            List<Reservation> answers = Crowd.together(
                    Storm.CALLERS, caller -> () -> world.booking().reserve(World.ANNE, request));
            assertThat(Set.copyOf(answers)).hasSize(1);
            assertThat(Audit.reservations(world)).hasSize(1);
            Audit.expectSound(world);
        }
    }

    @Test
    void bundlesOfSpacesInAnyOrderNeverDeadlockAndAreHadWholeOrNotAtAll() throws Exception {
        try (World world = new World("rocksdb:" + directory)) {
            Storm.prepare(world);
            Set<ReservationId> had = ConcurrentHashMap.newKeySet();
            Crowd.together(Storm.CALLERS, caller -> () -> {
                Random random = new Random(caller);
                Actor actor = World.actor(100 + caller, Role.MEMBER);
                for (int time = 0; time < 6; time++) {
                    List<SpaceId> spaces = new ArrayList<>(Storm.SPACES);
                    Collections.shuffle(spaces, random);
                    int hour = 8 + random.nextInt(10);
                    LocalSlot slot = monday("%02d:00".formatted(hour), "%02d:00".formatted(hour + 2));
                    try {
                        had.addAll(world.neo()
                                .atomically(() -> spaces.stream()
                                        .map(space -> world.booking()
                                                .reserve(actor, space, slot)
                                                .id())
                                        .toList()));
                    } catch (ConflictException e) {
                        assertThat(e.errorCode()).isEqualTo(BookingError.SLOT_TAKEN);
                    }
                }
                return true;
            });
            assertThat(had).isNotEmpty();
            assertThat(had.size() % Storm.SPACES.size()).isZero();
            assertThat(Audit.reservations(world)).extracting(Reservation::id).containsExactlyInAnyOrderElementsOf(had);
            Audit.expectSound(world);
        }
    }

    @Test
    void aStormOfBookingsAndCancellationsLeavesEverythingAddedUp() throws Exception {
        try (World world = new World("memory:")) {
            Storm.prepare(world);
            Crowd.together(Storm.CALLERS, caller -> () -> {
                Storm storm = new Storm(world, caller, 5);
                Storm.Witness nobody = new Storm.Witness() {
                    @Override
                    public void reserved(ReservationId id) {}

                    @Override
                    public void cancelling(ReservationId id) {}

                    @Override
                    public void cancelled(ReservationId id) {}
                };
                for (int time = 0; time < 40; time++) {
                    storm.once(nobody, 3);
                }
                return true;
            });
            assertThat(Audit.reservations(world)).hasSizeGreaterThan(50);
            Audit.expectSound(world);
        }
    }
}
