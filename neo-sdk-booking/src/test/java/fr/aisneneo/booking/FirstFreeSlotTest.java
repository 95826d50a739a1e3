package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class FirstFreeSlotTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    private Optional<LocalSlot> first(Space space, Duration duration) {
        return first(List.of(space), duration, 1, 30).map(FreeSlot::slot);
    }

    private Optional<FreeSlot> first(List<Space> spaces, Duration duration, int quantity, int days) {
        return booking.firstFreeSlot(
                ANNE,
                new FreeSlotQuery(
                        spaces.stream().map(Space::id).toList(),
                        duration,
                        quantity,
                        Interval.of(NOW, Duration.ofDays(days))));
    }

    @Test
    void itIsFoundBetweenTwoReservationsWhereItFitsExactly() {
        Space room = world.room();
        booking.reserve(BRUNO, room.id(), monday("08:00", "10:00"));
        booking.reserve(BRUNO, room.id(), monday("11:30", "20:00"));
        assertThat(first(room, Duration.ofMinutes(90))).contains(monday("10:00", "11:30"));
        assertThat(first(room, Duration.ofMinutes(105))).contains(slot("2026-11-24T08:00", "2026-11-24T09:45"));
    }

    @Test
    void bothBuffersNeedRoomToo() {
        Space room = world.add(world.space(1)
                .withRules(BookingRules.STANDARD.buffers(Duration.ofMinutes(15), Duration.ofMinutes(30))));
        booking.reserve(BRUNO, room.id(), monday("08:00", "10:00"));
        booking.reserve(BRUNO, room.id(), monday("13:00", "20:00"));
        // Free from 10:30 to 12:45; the slot needs a quarter of an hour before and half an hour behind it.
        assertThat(first(room, Duration.ofMinutes(90))).contains(monday("10:45", "12:15"));
        assertThat(first(room, Duration.ofMinutes(105))).contains(slot("2026-11-24T08:00", "2026-11-24T09:45"));
    }

    @Test
    void itCanBeReservedAsItIs() {
        Space desks = world.add(world.space(2).withHours(OpeningHours.ALWAYS));
        booking.reserve(BRUNO, desks.id(), monday("07:00", "09:30"));
        FreeSlot found = first(List.of(desks), Duration.ofHours(2), 2, 2).orElseThrow();
        assertThat(found.slot()).isEqualTo(monday("09:30", "11:30"));
        Reservation made =
                booking.reserve(ANNE, world.request(ANNE, desks, found.slot()).places(2));
        assertThat(made.interval()).isEqualTo(found.interval());
    }

    @Test
    void weekendsHolidaysAndExceptionsArePassedOver() {
        Space room = world.add(world.space(1)
                .withHours(World.HOURS.except(
                        LocalDate.of(2026, 12, 26), LocalDate.of(2027, 1, 3), "Fermeture de fin d’année")));
        world.setNow("2026-12-24T19:30:00Z");
        FreeSlotQuery query = FreeSlotQuery.of(
                room.id(),
                Duration.ofHours(1),
                Instant.parse("2026-12-24T19:30:00Z"),
                Instant.parse("2027-02-01T00:00:00Z"));
        assertThat(booking.firstFreeSlot(ANNE, query).map(FreeSlot::slot))
                .contains(slot("2027-01-04T08:00", "2027-01-04T09:00"));
    }

    @Test
    void wholeDaysGoByTheCalendarAlsoOverTheChangeOfTheClock() {
        Space room = world.add(world.space(1)
                .withHours(OpeningHours.ALWAYS)
                .withRules(BookingRules.STANDARD
                        .every(Duration.ofDays(1))
                        .lasting(Duration.ofDays(1), Duration.ofDays(7))));
        world.setNow("2027-10-29T08:00:00Z");
        FreeSlotQuery query = FreeSlotQuery.of(
                room.id(),
                Duration.ofDays(2),
                Instant.parse("2027-10-29T08:00:00Z"),
                Instant.parse("2027-11-10T00:00:00Z"));
        FreeSlot found = booking.firstFreeSlot(ANNE, query).orElseThrow();
        assertThat(found.slot()).isEqualTo(slot("2027-10-30T00:00", "2027-11-01T00:00"));
        assertThat(found.interval().duration()).isEqualTo(Duration.ofHours(49));
        booking.reserve(ANNE, room.id(), found.slot());
        assertThat(booking.firstFreeSlot(ANNE, query).map(FreeSlot::slot))
                .contains(slot("2027-11-01T00:00", "2027-11-03T00:00"));
    }

    @Test
    void theEarliestOfSeveralSpacesIsFoundAndTheFirstNamedOfEqualOnes() {
        Space room = world.room();
        Space studio = world.room();
        assertThat(first(List.of(studio, room), Duration.ofHours(1), 1, 7)
                        .orElseThrow()
                        .space())
                .isEqualTo(studio.id());
        booking.reserve(BRUNO, studio.id(), monday("08:00", "12:00"));
        assertThat(first(List.of(studio, room), Duration.ofHours(1), 1, 7)
                        .orElseThrow()
                        .space())
                .isEqualTo(room.id());
    }

    @Test
    void whatNoRuleOfTheSpaceLetsThroughIsNotFound() {
        Space room = world.add(world.space(1).withRules(BookingRules.STANDARD.ahead(3)));
        assertThat(first(room, Duration.ofHours(13))).isEmpty();
        assertThat(first(room, Duration.ofMinutes(20))).isEmpty();
        assertThat(first(List.of(room), Duration.ofHours(1), 2, 30)).isEmpty();
        for (int day = 23; day <= 25; day++) {
            booking.reserve(BRUNO, room.id(), slot("2026-11-" + day + "T08:00", "2026-11-" + day + "T20:00"));
        }
        assertThat(first(room, Duration.ofHours(1))).isEmpty();
        booking.changeSpace(World.ADMINISTRATOR, room.id(), space -> space.withStatus(SpaceStatus.WITHDRAWN));
        world.setNow("2026-11-25T06:00:00Z");
        assertThat(first(room, Duration.ofHours(1))).isEmpty();
    }

    @Test
    void aBookingOfSeveralDaysIsCheckedOnEachOfThem() {
        Space room = world.add(world.space(1)
                .withHours(OpeningHours.ALWAYS)
                .withRules(BookingRules.STANDARD.lasting(Duration.ofHours(1), Duration.ofDays(10))));
        booking.reserve(BRUNO, room.id(), slot("2026-11-25T09:00", "2026-11-25T10:00"));
        for (String[] times : new String[][] {
            {"2026-11-24T08:00", "2026-11-29T08:00"},
            {"2026-11-23T08:00", "2026-11-25T09:15"},
            {"2026-11-25T09:45", "2026-11-27T09:00"}
        }) {
            assertThat(catchThrowableOfType(
                                    ConflictException.class,
                                    () -> booking.reserve(ANNE, room.id(), slot(times[0], times[1])))
                            .errorCode())
                    .isEqualTo(BookingError.SLOT_TAKEN);
        }
        assertThat(first(room, Duration.ofDays(3).plusHours(1))).contains(slot("2026-11-25T10:00", "2026-11-28T11:00"));
    }

    @Test
    void questionsAreBounded() {
        Space room = world.room();
        List<SpaceId> many = Collections.nCopies(FreeSlotQuery.MOST_SPACES + 1, room.id());
        Interval week = Interval.of(NOW, Duration.ofDays(7));
        assertRefused(CoreError.INPUT_TOO_LARGE, () -> new FreeSlotQuery(many, Duration.ofHours(1), 1, week));
        assertRefused(CoreError.INPUT_REQUIRED, () -> new FreeSlotQuery(List.of(), Duration.ofHours(1), 1, week));
        assertRefused(
                CoreError.INPUT_OUT_OF_RANGE, () -> new FreeSlotQuery(List.of(room.id()), Duration.ZERO, 1, week));
        assertRefused(
                CoreError.INPUT_OUT_OF_RANGE,
                () -> new FreeSlotQuery(List.of(room.id()), Duration.ofDays(32), 1, week));
        assertRefused(
                CoreError.INPUT_OUT_OF_RANGE,
                () -> new FreeSlotQuery(List.of(room.id()), Duration.ofHours(1), 0, week));
        assertRefused(
                CoreError.INPUT_TOO_LARGE,
                () -> new FreeSlotQuery(
                        List.of(room.id()), Duration.ofHours(1), 1, Interval.of(NOW, Duration.ofDays(401))));
        assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> booking.firstFreeSlot(
                                        ANNE,
                                        new FreeSlotQuery(
                                                List.of(new SpaceId(new UUID(1, 1))), Duration.ofHours(1), 1, week)))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
    }

    private static void assertRefused(CoreError code, Runnable attempt) {
        assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run)
                        .errorCode())
                .isEqualTo(code);
    }
}
