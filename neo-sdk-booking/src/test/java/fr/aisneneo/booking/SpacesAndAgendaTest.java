package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.HUB;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.PARIS;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.booking.AgendaSegment.State;
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.territory.SiteId;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SpacesAndAgendaTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);

    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

    private static List<String> shown(AgendaDay day) {
        return day.segments().stream()
                .map(segment -> segment.interval().start().atZone(PARIS).toLocalTime() + " " + segment.state() + " "
                        + segment.remaining())
                .toList();
    }

    @Test
    void spacesAreListedByKindAndName() {
        Space studio = world.add(
                Space.of(booking.newSpaceId(), HUB, SpaceKind.MULTIMEDIA_STUDIO, "Studio", 1, PARIS, World.HOURS));
        Space room = world.room();
        Space desks =
                world.add(Space.of(booking.newSpaceId(), HUB, SpaceKind.COWORKING, "Bureaux", 12, PARIS, World.HOURS));
        Space atelier = world.add(world.space(1).named("Atelier"));
        assertThat(booking.spaces(ANNE, HUB)).containsExactly(desks, atelier, room, studio);
        assertThat(booking.space(ANNE, desks.id())).contains(desks);
        assertThat(booking.spaces(ANNE, new SiteId(new UUID(1, 1)))).isEmpty();
        assertThat(desks.kind().name(Locale.FRENCH)).isEqualTo("Espace de coworking");
    }

    @Test
    void addingTheSameSpaceAgainChangesNothingAndAnotherUnderItsIdIsRefused() {
        Space room = world.room();
        assertThat(booking.addSpace(ADMINISTRATOR, room)).isEqualTo(room);
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class,
                () -> booking.addSpace(ADMINISTRATOR, room.withCapacity(2).named("Salle Curie")));
        assertThat(refusal.errorCode()).isEqualTo(CoreError.COMMAND_REPEATED_DIFFERENTLY);
        assertThat(refusal.facts()).containsEntry("fields", "capacity, name");
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(room.id()), 0, 10))
                .hasSize(1);
    }

    @Test
    void aSpaceNeedsASite() {
        Space lost = Space.of(
                booking.newSpaceId(),
                new SiteId(new UUID(1, 1)),
                SpaceKind.COWORKING,
                "Bureaux",
                3,
                PARIS,
                World.HOURS);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.addSpace(ADMINISTRATOR, lost)))
                .isNotNull();
        assertThat(booking.space(ANNE, lost.id())).isEmpty();
    }

    @Test
    void fieldsOfASpaceAreBounded() {
        Space room = world.space(1);
        assertThat(room.named("  Salle Curie ").name()).isEqualTo("Salle Curie");
        List<Runnable> wrong = List.of(
                () -> room.withCapacity(0),
                () -> room.withCapacity(Space.MOST_PLACES + 1),
                () -> room.named(" "),
                () -> room.named("x".repeat(121)),
                () -> room.named("a\nb"),
                () -> Space.of(room.id(), HUB, room.kind(), "x", 1, ZoneOffset.ofHours(1), OpeningHours.ALWAYS),
                () -> BookingRules.STANDARD.every(Duration.ofMinutes(7)),
                () -> BookingRules.STANDARD.every(Duration.ZERO),
                () -> BookingRules.STANDARD.every(Duration.ofSeconds(90)),
                () -> BookingRules.STANDARD.lasting(Duration.ofHours(2), Duration.ofHours(1)),
                () -> BookingRules.STANDARD.lasting(Duration.ofHours(2), Duration.ofDays(32)),
                () -> BookingRules.STANDARD.buffers(Duration.ofMinutes(-1), Duration.ZERO),
                () -> BookingRules.STANDARD.buffers(Duration.ZERO, Duration.ofHours(25)),
                () -> BookingRules.STANDARD.ahead(0),
                () -> BookingRules.STANDARD.ahead(4_000));
        for (Runnable attempt : wrong) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
    }

    @Test
    void aWithdrawnSpaceTakesNoBookingsAndKeepsThoseItHas() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        booking.changeSpace(ADMINISTRATOR, room.id(), space -> space.withStatus(SpaceStatus.WITHDRAWN));
        RefusedException refusal = catchThrowableOfType(
                RefusedException.class, () -> booking.reserve(BRUNO, room.id(), monday("14:00", "15:00")));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_WITHDRAWN);
        assertThat(shown(booking.agenda(ANNE, room.id(), MONDAY, 1).days().get(0)))
                .containsExactly("00:00 CLOSED 0");
        assertThat(booking.find(ANNE, made.id())).contains(made);
        booking.cancel(ANNE, made.id());
    }

    @Test
    void aSpaceWithReservationsIsNotRemoved() {
        Space room = world.room();
        Space unused = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        booking.cancel(ANNE, made.id());
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> booking.removeSpace(ADMINISTRATOR, room.id()));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_IN_USE);
        booking.removeSpace(ADMINISTRATOR, unused.id());
        assertThat(booking.spaces(ANNE, HUB)).containsExactly(room);
    }

    @Test
    void idAndSiteOfASpaceStay() {
        Space room = world.room();
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> booking.changeSpace(ADMINISTRATOR, room.id(), space -> world.space(1)));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SPACE_IDENTITY);
        assertThat(catchThrowableOfType(
                        NotFoundException.class,
                        () -> booking.changeSpace(
                                ADMINISTRATOR, new SpaceId(new UUID(1, 1)), space -> space.withCapacity(2))))
                .isNotNull();
    }

    @Test
    void fewerPlacesKeepWhatIsBookedAndLetNothingMoreIn() {
        Space desks = world.add(world.space(4));
        booking.reserve(
                ANNE, world.request(ANNE, desks, monday("09:00", "12:00")).places(3));
        booking.changeSpace(ADMINISTRATOR, desks.id(), space -> space.withCapacity(2));
        assertThat(shown(booking.agenda(ANNE, desks.id(), MONDAY, 1).days().get(0)))
                .containsExactly("00:00 CLOSED 0", "08:00 FREE 2", "09:00 TAKEN 0", "12:00 FREE 2", "20:00 CLOSED 0");
        assertThat(catchThrowableOfType(
                                ConflictException.class,
                                () -> booking.reserve(BRUNO, desks.id(), monday("11:00", "13:00")))
                        .facts())
                .containsEntry("remaining", 0);
    }

    @Test
    void theAgendaShowsFreeTakenAndClosedWithBuffersAndPlacesLeft() {
        Space desks = world.add(
                world.space(2).withRules(BookingRules.STANDARD.buffers(Duration.ZERO, Duration.ofMinutes(30))));
        booking.reserve(ANNE, desks.id(), monday("09:00", "11:00"));
        booking.reserve(BRUNO, desks.id(), monday("10:00", "12:00"));
        List<AgendaDay> days =
                booking.agenda(ANNE, desks.id(), LocalDate.of(2026, 11, 22), 3).days();
        assertThat(shown(days.get(0))).containsExactly("00:00 CLOSED 0");
        assertThat(shown(days.get(1)))
                .containsExactly(
                        "00:00 CLOSED 0",
                        "08:00 FREE 2",
                        "09:00 FREE 1",
                        "10:00 TAKEN 0",
                        "11:30 FREE 1",
                        "12:30 FREE 2",
                        "20:00 CLOSED 0");
        assertThat(days.get(2).segments()).hasSize(3);
        assertThat(booking.agenda(ANNE, HUB, MONDAY, 1))
                .singleElement()
                .satisfies(agenda -> assertThat(agenda.days().get(0)).isEqualTo(days.get(1)));
    }

    @Test
    void theAgendaNamesTheHoliday() {
        Space room = world.room();
        AgendaDay christmas = booking.agenda(ANNE, room.id(), LocalDate.of(2026, 12, 25), 1)
                .days()
                .get(0);
        assertThat(christmas.hours().cause()).isEqualTo(DayHours.Cause.HOLIDAY);
        assertThat(christmas.hours().reason(Locale.FRENCH)).isEqualTo("Noël");
        assertThat(christmas.segments())
                .singleElement()
                .satisfies(segment -> assertThat(segment.state()).isEqualTo(State.CLOSED));
    }

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
    void ownReservationsComeInPagesThoseToComeFirstAndThePastBackwards() {
        Space room = world.room();
        for (int hour = 8; hour < 13; hour++) {
            booking.reserve(ANNE, room.id(), monday("%02d:00".formatted(hour), "%02d:00".formatted(hour + 1)));
        }
        booking.reserve(BRUNO, room.id(), monday("13:00", "14:00"));
        world.setNow("2026-11-23T09:30:00Z");

        Page<Reservation> page = booking.mine(ANNE, MyReservations.TO_COME, 2, Optional.empty());
        assertThat(page.values())
                .extracting(reservation -> reservation.slot().start().getHour())
                .containsExactly(10, 11);
        Page<Reservation> next = booking.mine(ANNE, MyReservations.TO_COME, 2, page.next());
        assertThat(next.values())
                .extracting(reservation -> reservation.slot().start().getHour())
                .containsExactly(12);
        assertThat(next.next()).isEmpty();
        assertThat(booking.mine(ANNE, MyReservations.PAST, 10, Optional.empty()).values())
                .extracting(reservation -> reservation.slot().start().getHour())
                .containsExactly(9, 8);
        assertThat(catchThrowableOfType(
                        NeoException.class,
                        () -> booking.mine(ANNE, MyReservations.TO_COME, 2, Optional.of(new Cursor("not a cursor")))))
                .isNotNull();
    }

    @Test
    void questionsAboutTooManyDaysAreRefused() {
        Space room = world.room();
        for (int days : new int[] {0, -1, 63, Integer.MAX_VALUE}) {
            assertThat(catchThrowableOfType(
                                    InvalidInputException.class, () -> booking.agenda(ANNE, room.id(), MONDAY, days))
                            .field())
                    .isEqualTo("days");
        }
        for (LocalDate from : List.of(LocalDate.MIN, LocalDate.MAX)) {
            assertThat(catchThrowableOfType(InvalidInputException.class, () -> booking.agenda(ANNE, HUB, from, 1))
                            .field())
                    .isEqualTo("from");
        }
    }
}
