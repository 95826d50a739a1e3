package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.monday;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.tck.process.Crowd;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** How many reservations of a space one holder may have. */
class QuotaTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

    private static Space room(World world, Integer most) {
        return world.add(world.space(40).withRules(BookingRules.STANDARD.perHolder(most)));
    }

    @Test
    void oneMoreThanTheBoundIsRefusedForThatSpaceAndThatHolder() {
        Space room = room(world, 2);
        booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        NeoException refusal = refusals.expect(BookingError.QUOTA_REACHED, room, monday("10:00", "11:00"));
        assertThat(refusal).isInstanceOf(RefusedException.class);
        assertThat(Refusals.french(refusal))
                .startsWith("Le nombre maximal de réservations en cours ou à venir pour cet espace est atteint (2).");
        booking.reserve(BRUNO, room.id(), monday("10:00", "11:00"));
        booking.reserve(ANNE, room(world, 2).id(), monday("10:00", "11:00"));
    }

    @Test
    void whatIsCancelledOrOverDoesNotCountAndWhatIsRunningDoes() {
        Space room = room(world, 1);
        Reservation first = booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        booking.cancel(ANNE, first.id());
        Reservation second = booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        world.setNow("2026-11-23T07:30:00Z");
        refusals.expect(BookingError.QUOTA_REACHED, room, monday("10:00", "11:00"));
        assertThat(booking.reserve(ANNE, second.request())).isEqualTo(second);
        world.setNow("2026-11-23T08:00:00Z");
        booking.reserve(ANNE, room.id(), monday("10:00", "11:00"));
    }

    @Test
    void staffMayGoOverItAndItIsTheHoldersReservationsThatCount() {
        Space room = room(world, 1);
        booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        booking.reserve(
                OPERATOR,
                world.request(OPERATOR, room, monday("09:00", "10:00")).heldBy(ANNE.party()));
        refusals.expect(BookingError.QUOTA_REACHED, room, monday("10:00", "11:00"));
        booking.cancel(
                ANNE,
                booking.mine(ANNE, MyReservations.TO_COME, 1, Optional.empty())
                        .values()
                        .get(0)
                        .id());
        refusals.expect(BookingError.QUOTA_REACHED, room, monday("10:00", "11:00"));
    }

    @Test
    void theStandardIsSixtyAndASpaceMayHaveAnotherBoundOrNone() {
        assertThat(BookingRules.STANDARD.mostPerHolder()).isEqualTo(60);
        Space room = room(world, null);
        assertThat(booking.space(ANNE, room.id())).contains(room);
        for (int time = 0; time < 5; time++) {
            booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        }
        booking.changeSpace(
                ADMINISTRATOR, room.id(), space -> space.withRules(space.rules().perHolder(5)));
        refusals.expect(BookingError.QUOTA_REACHED, room, monday("10:00", "11:00"));
        for (int most : new int[] {0, -1, BookingRules.MOST_PER_HOLDER + 1}) {
            assertThat(catchThrowableOfType(InvalidInputException.class, () -> BookingRules.STANDARD.perHolder(most))
                            .field())
                    .isEqualTo("rules.mostPerHolder");
        }
    }

    @Test
    void rulesThatSayNothingOfABoundHaveNone() {
        Codec codec = world.neo().codec();
        String json = new String(codec.encode(BookingRules.STANDARD.perHolder(7)), UTF_8);
        assertThat(json).contains("\"mostPerHolder\":7");
        byte[] older = json.replaceFirst(",?\"mostPerHolder\":7", "").getBytes(UTF_8);
        assertThat(codec.decode(older, BookingRules.class)).isEqualTo(BookingRules.STANDARD.perHolder(null));
    }

    @Test
    @Tag("heavy")
    void theHighestBoundIsCountedToTheEnd() {
        Space room = world.add(world.space(Space.MOST_PLACES)
                .withRules(BookingRules.STANDARD.perHolder(BookingRules.MOST_PER_HOLDER)));
        for (int time = 0; time < BookingRules.MOST_PER_HOLDER; time++) {
            booking.reserve(ANNE, room.id(), monday("08:00", "09:00"));
        }
        assertThat(catchThrowableOfType(
                                RefusedException.class,
                                () -> booking.reserve(ANNE, room.id(), monday("08:00", "09:00")))
                        .errorCode())
                .isEqualTo(BookingError.QUOTA_REACHED);
    }

    @Test
    @Tag("heavy")
    void sixteenThatReserveForOneHolderAtTheSameTimeGetAsManyAsTheBound(@TempDir Path directory) throws Exception {
        try (World shared = new World("rocksdb:" + directory)) {
            Space room = room(shared, 5);
            List<Boolean> got = Crowd.together(16, caller -> () -> {
                RefusedException refusal = null;
                String from = "%02d:00".formatted(8 + caller % 12);
                String to = "%02d:30".formatted(8 + caller % 12);
                try {
                    shared.booking().reserve(ANNE, room.id(), monday(from, to));
                } catch (RefusedException e) {
                    refusal = e;
                    assertThat(e.errorCode()).isEqualTo(BookingError.QUOTA_REACHED);
                }
                return refusal == null;
            });
            assertThat(Collections.frequency(got, true)).isEqualTo(5);
            assertThat(Audit.reservations(shared)).hasSize(5);
        }
    }
}
