package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.HUB;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.storage.Page;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the staff of a site reads, and how much of the store that takes. */
class StaffAgendaTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    private final CountedStorage counted = new CountedStorage();

    @RegisterExtension
    private final World world = new World("counted:", Policy.standard(), counted);

    private final Booking booking = world.booking();

    @Test
    void theStaffSeesTheReservationsAndHowWellTheSpaceIsUsed() {
        Space desks = world.add(world.space(4));
        Reservation first = booking.reserve(
                ANNE, world.request(ANNE, desks, monday("09:00", "12:00")).places(2));
        Reservation second = booking.reserve(BRUNO, desks.id(), monday("08:00", "20:00"));
        Reservation gone = booking.reserve(BRUNO, desks.id(), monday("14:00", "15:00"));
        booking.cancel(BRUNO, gone.id());
        booking.reserve(BRUNO, desks.id(), slot("2026-11-24T08:00", "2026-11-24T09:00"));

        OperatorDay day =
                booking.operations(OPERATOR, desks.id(), MONDAY, 1).days().get(0);
        assertThat(day.reservations()).containsExactly(second, first);
        assertThat(day.occupancy()).isEqualTo(new Occupancy(3 * 60 * 2 + 12 * 60, 12 * 60 * 4));
        assertThat(day.occupancy().rate()).isEqualTo(18.0 / 48);
        assertThat(day.occupancy().plus(Occupancy.NONE)).isEqualTo(day.occupancy());
        assertThat(Occupancy.NONE.rate()).isZero();
        assertThat(booking.operations(OPERATOR, HUB, MONDAY, 1))
                .singleElement()
                .satisfies(agenda -> assertThat(agenda.days()).containsExactly(day));
    }

    @Test
    void theStaffSeesAReservationOfManyDaysOnEachOfThem() {
        Space room = world.add(world.space(1)
                .withHours(OpeningHours.ALWAYS)
                .withRules(BookingRules.STANDARD.lasting(Duration.ofHours(1), Duration.ofDays(31))));
        Reservation month = booking.reserve(ANNE, room.id(), slot("2026-12-01T00:00", "2027-01-01T00:00"));
        OperatorAgenda agenda = booking.operations(OPERATOR, room.id(), LocalDate.of(2026, 11, 30), 33);
        assertThat(agenda.days().get(0).reservations()).isEmpty();
        assertThat(agenda.days().subList(1, 32))
                .allSatisfy(day -> assertThat(day.reservations()).containsExactly(month));
        assertThat(agenda.days().get(32).reservations()).isEmpty();
    }

    @Test
    void cancelledReservationsCostADayViewNothing() {
        Space room = world.room();
        booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        Runnable view = () -> booking.operations(OPERATOR, room.id(), MONDAY, 1);
        CountedStorage.Reads before = counted.of(view);
        for (int time = 0; time < 30; time++) {
            Reservation made = booking.reserve(BRUNO, room.id(), monday("14:00", "15:00"));
            booking.cancel(BRUNO, made.id());
        }
        assertThat(counted.of(view)).isEqualTo(before);
        assertThat(before.hits()).isPositive();
    }

    @Test
    void aMonthOfADayViewIsReadInAsManyScansAsADay() {
        Space room = world.room();
        for (String day : List.of("23", "24", "25", "26", "27")) {
            booking.reserve(ANNE, room.id(), slot("2026-11-" + day + "T09:00", "2026-11-" + day + "T10:00"));
        }
        CountedStorage.Reads day = counted.of(() -> booking.operations(OPERATOR, room.id(), MONDAY, 1));
        CountedStorage.Reads month = counted.of(() -> booking.operations(OPERATOR, room.id(), MONDAY, 31));
        assertThat(month.scans()).isEqualTo(day.scans());
    }

    @Test
    void spacesAndDaysAreBoundedTogether() {
        for (int space = 0; space < 57; space++) {
            world.add(world.space(1));
        }
        for (Runnable question : List.<Runnable>of(
                () -> booking.agenda(ANNE, HUB, MONDAY, 62), () -> booking.operations(OPERATOR, HUB, MONDAY, 62))) {
            CountedStorage.Reads reads = counted.of(() -> {
                InvalidInputException refusal = catchThrowableOfType(InvalidInputException.class, question::run);
                assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_OUT_OF_RANGE);
                assertThat(refusal.field()).isEqualTo("days");
                assertThat(refusal.facts()).containsEntry("max", 61);
            });
            assertThat(reads.scans()).as("only the spaces are read").isEqualTo(1);
        }
        assertThat(booking.agenda(ANNE, HUB, MONDAY, 61)).hasSize(57);
    }

    @Test
    void cancelledReservationsAreListedForTheStaffTheLatestSlotFirst() {
        Space room = world.room();
        Reservation early = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        Reservation late = booking.reserve(BRUNO, room.id(), monday("15:00", "16:00"));
        booking.reserve(ANNE, room.id(), monday("11:00", "12:00"));
        Reservation first = booking.cancel(BRUNO, late.id());
        Reservation second = booking.cancel(ANNE, early.id());

        Page<Reservation> page = booking.cancelled(OPERATOR, room.id(), 1, Optional.empty());
        assertThat(page.values()).containsExactly(first);
        assertThat(booking.cancelled(OPERATOR, room.id(), 5, page.next()).values())
                .containsExactly(second);
        assertThat(booking.mine(ANNE, MyReservations.TO_COME, 10, Optional.empty())
                        .values())
                .contains(second);
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> booking.cancelled(ANNE, room.id(), 1, Optional.empty())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> booking.cancelled(OPERATOR, new SpaceId(new UUID(1, 1)), 1, Optional.empty()))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
    }
}
