package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.PARIS;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.CalendarError;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OffsetChoice;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReserveTest {
    private final World world = new World();
    private final Booking booking = world.booking();

    @AfterEach
    void close() {
        world.close();
    }

    private NeoException refused(ErrorCode code, Space space, LocalSlot slot) {
        return refused(code, world.request(ANNE, space, slot));
    }

    private NeoException refused(ErrorCode code, ReservationRequest request) {
        long before = world.neo().journal().read(ADMINISTRATOR, 0, 1_000).size();
        NeoException refusal = catchThrowableOfType(NeoException.class, () -> booking.reserve(ANNE, request));
        assertThat(refusal).as("refused with %s", code.code()).isNotNull();
        assertThat(refusal.errorCode()).isEqualTo(code);
        assertThat(booking.find(OPERATOR, request.id())).as("nothing written").isEmpty();
        assertThat(world.neo().journal().read(ADMINISTRATOR, 0, 1_000)).hasSize((int) before);
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(refusal.errorCode().text(locale, refusal.facts()))
                    .doesNotContain("{")
                    .doesNotContain(ANNE.party().text())
                    .doesNotContain(BRUNO.party().text());
        }
        return refusal;
    }

    private static String french(NeoException refusal) {
        return refusal.errorCode().text(Locale.FRENCH, refusal.facts());
    }

    @Test
    void aReservationIsFoundAsItWasMade() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "12:00"));

        assertThat(made.holder()).isEqualTo(ANNE.party());
        assertThat(made.status()).isEqualTo(ReservationStatus.CONFIRMED);
        assertThat(made.interval())
                .isEqualTo(new Interval(Instant.parse("2026-11-23T08:00:00Z"), Instant.parse("2026-11-23T11:00:00Z")));
        assertThat(booking.find(ANNE, made.id())).contains(made);
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(made.id()), 0, 10))
                .singleElement()
                .satisfies(
                        event -> assertThat(world.neo().journal().payload(event, BookingEvents.RESERVATION_CONFIRMED))
                                .isEqualTo(made));
    }

    @Test
    void aSlotThatIsTakenIsRefusedWithoutNamingAnybodyAndNamesTheNextFreeOne() {
        Space room = world.room();
        booking.reserve(BRUNO, room.id(), monday("09:00", "12:00"));

        NeoException refusal = refused(BookingError.SLOT_TAKEN, room, monday("11:00", "13:00"));

        assertThat(refusal).isInstanceOf(ConflictException.class);
        assertThat(refusal.facts())
                .containsEntry("remaining", 0)
                .containsEntry("next", LocalDateTime.parse("2026-11-23T12:00"));
        assertThat(french(refusal))
                .isEqualTo(
                        "Ce créneau est déjà pris (places libres : 0 ; places demandées : 1). Le prochain créneau libre de"
                                + " même durée commence le lundi 23 novembre 2026 à 12:00.");
    }

    @Test
    void slotsThatTouchDoNotConflict() {
        Space room = world.room();
        booking.reserve(BRUNO, room.id(), monday("10:00", "12:00"));
        booking.reserve(ANNE, room.id(), monday("08:00", "10:00"));
        booking.reserve(ANNE, room.id(), monday("12:00", "14:00"));
        refused(BookingError.SLOT_TAKEN, room, monday("13:30", "14:30"));
    }

    @Test
    void theHighestNumberOccupiedAtAnyInstantCountsAndNotTheSum() {
        Space desks = world.add(world.space(3));
        booking.reserve(
                BRUNO, world.request(BRUNO, desks, monday("08:00", "10:00")).places(2));
        booking.reserve(
                BRUNO, world.request(BRUNO, desks, monday("10:00", "12:00")).places(2));
        booking.reserve(ANNE, world.request(ANNE, desks, monday("08:00", "12:00")));
        NeoException refusal = refused(BookingError.SLOT_TAKEN, desks, monday("09:30", "10:30"));
        assertThat(refusal.facts()).containsEntry("remaining", 0);
        booking.reserve(
                ANNE, world.request(ANNE, desks, monday("12:00", "13:00")).places(3));
    }

    @Test
    void theSameRequestAgainGivesTheSameReservationAndTakesThePlaceOnce() {
        Space desks = world.add(world.space(2));
        ReservationRequest request = world.request(ANNE, desks, monday("09:00", "10:00"));
        Reservation first = booking.reserve(ANNE, request);
        world.setNow("2026-11-23T08:30:00Z");
        assertThat(booking.reserve(ANNE, request)).isEqualTo(first);
        booking.reserve(BRUNO, desks.id(), monday("10:00", "11:00"));
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(first.id()), 0, 10))
                .hasSize(1);
    }

    @Test
    void anotherRequestUnderTheSameIdIsRefusedByTheFieldsThatDiffer() {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "10:00"));
        booking.reserve(ANNE, request);
        ReservationRequest other =
                new ReservationRequest(request.id(), room.id(), monday("09:00", "11:00"), 2, ANNE.party());
        ConflictException refusal = catchThrowableOfType(ConflictException.class, () -> booking.reserve(ANNE, other));
        assertThat(refusal.errorCode()).isEqualTo(CoreError.COMMAND_REPEATED_DIFFERENTLY);
        assertThat(refusal.facts()).containsEntry("fields", "quantity, slot.end");
    }

    @Test
    void anIdOfSomebodyElsesReservationTellsNothingAboutIt() {
        Space room = world.room();
        ReservationRequest request = world.request(BRUNO, room, monday("09:00", "10:00"));
        booking.reserve(BRUNO, request);
        for (LocalSlot guess : List.of(request.slot(), monday("15:00", "16:00"))) {
            ReservationRequest probe = ReservationRequest.of(ANNE, request.id(), room.id(), guess);
            ConflictException refusal =
                    catchThrowableOfType(ConflictException.class, () -> booking.reserve(ANNE, probe));
            assertThat(refusal.facts()).containsEntry("fields", "actor").hasSize(2);
        }
    }

    @Test
    void buffersAreOccupiedAndDoNotOverlapEachOther() {
        Space room = world.add(world.space(1)
                .withRules(BookingRules.STANDARD.buffers(Duration.ofMinutes(15), Duration.ofMinutes(30))));
        booking.reserve(BRUNO, room.id(), monday("10:00", "12:00"));
        refused(BookingError.SLOT_TAKEN, room, monday("12:15", "13:00"));
        NeoException refusal = refused(BookingError.SLOT_TAKEN, room, monday("12:30", "13:00"));
        assertThat(refusal.facts()).containsEntry("next", LocalDateTime.parse("2026-11-23T12:45"));
        booking.reserve(ANNE, room.id(), monday("12:45", "13:30"));
        refused(BookingError.SLOT_TAKEN, room, monday("09:00", "09:30"));
        booking.reserve(ANNE, room.id(), monday("08:30", "09:15"));
    }

    @Test
    void buffersMayLieOutsideTheOpeningHours() {
        Space room = world.add(
                world.space(1).withRules(BookingRules.STANDARD.buffers(Duration.ofHours(1), Duration.ofHours(1))));
        Reservation whole = booking.reserve(ANNE, room.id(), monday("08:00", "20:00"));
        assertThat(whole.occupied().duration()).isEqualTo(Duration.ofHours(14));
    }

    @Test
    void anUnknownSpaceIsNotFound() {
        ReservationRequest request = ReservationRequest.of(
                ANNE, booking.newReservationId(), new SpaceId(new UUID(1, 1)), monday("09:00", "10:00"));
        assertThat(refused(BookingError.SPACE_UNKNOWN, request)).isInstanceOf(NotFoundException.class);
    }

    @Test
    void anEndBeforeTheStartAndZeroLengthAreRefusedByTheirField() {
        Space room = world.room();
        NeoException refusal = refused(CalendarError.REVERSED, room, monday("12:00", "09:00"));
        assertThat(refusal).isInstanceOf(InvalidInputException.class);
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.end");
        refused(CalendarError.EMPTY, room, monday("12:00", "12:00"));
    }

    @Test
    void tenYearsAreTooLong() {
        Space room = world.room();
        NeoException refusal = refused(BookingError.SLOT_TOO_LONG, room, slot("2026-11-23T09:00", "2036-11-23T09:00"));
        assertThat(french(refusal)).isEqualTo("Une réservation de cet espace dure au plus 31 jours.");
    }

    @Test
    void theLengthsOfTheSpaceHold() {
        Space room = world.add(
                world.space(1).withRules(BookingRules.STANDARD.lasting(Duration.ofHours(1), Duration.ofMinutes(150))));
        assertThat(french(refused(BookingError.SLOT_TOO_SHORT, room, monday("09:00", "09:45"))))
                .endsWith("1 h.");
        assertThat(french(refused(BookingError.SLOT_TOO_LONG, room, monday("09:00", "11:45"))))
                .endsWith("2 h 30 min.");
        booking.reserve(ANNE, room.id(), monday("09:00", "11:30"));
    }

    @Test
    void thePastAndTheFarFutureAreRefused() {
        Space room = world.add(world.space(1).withRules(BookingRules.STANDARD.ahead(30)));
        world.setNow("2026-11-23T08:00:01Z");
        refused(BookingError.SLOT_PAST, room, monday("09:00", "10:00"));
        booking.reserve(ANNE, room.id(), monday("09:15", "10:00"));
        NeoException refusal =
                refused(BookingError.SLOT_BEYOND_HORIZON, room, slot("2026-12-23T09:00", "2026-12-23T10:00"));
        assertThat(refusal.facts()).containsEntry("days", 30);
    }

    @Test
    void aClosedDayIsNamedWithItsHolidayAndTheNextOpening() {
        Space room = world.room();
        NeoException refusal = refused(BookingError.SLOT_CLOSED, room, slot("2026-12-25T09:00", "2026-12-25T10:00"));
        assertThat(refusal).isInstanceOf(RefusedException.class);
        assertThat(refusal.facts())
                .containsEntry("date", LocalDate.of(2026, 12, 25))
                .containsEntry("next", LocalDateTime.parse("2026-12-26T09:00"));
        assertThat(french(refusal))
                .contains("vendredi 25 décembre 2026", "jour férié : Noël", "samedi 26 décembre 2026 à 09:00");
        assertThat(refusal.errorCode().text(Locale.ENGLISH, refusal.facts()))
                .contains("Friday 25 December 2026", "public holiday: Christmas Day");
    }

    @Test
    void anExceptionIsNamedWithItsReason() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        Space room = world.add(world.space(1).withHours(World.HOURS.except(day, day, "Inventaire", "14:00-18:00")));
        NeoException refusal = refused(BookingError.SLOT_CLOSED, room, slot("2026-11-24T13:00", "2026-11-24T15:00"));
        assertThat(refusal.facts())
                .containsEntry("reason", "Inventaire")
                .containsEntry("next", LocalDateTime.parse("2026-11-24T14:00"));
        booking.reserve(ANNE, room.id(), slot("2026-11-24T14:00", "2026-11-24T18:00"));
    }

    @Test
    void aTimeThatTheClockSkipsIsRefused() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        NeoException refusal =
                refused(CalendarError.TIME_NONEXISTENT, room, slot("2027-03-28T02:30", "2027-03-28T04:00"));
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.start");
        assertThat(refusal.facts()).containsEntry("zone", PARIS);
    }

    @Test
    void theDaysOf23And25HoursCanBeBookedAsWholeDays() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        Reservation spring = booking.reserve(ANNE, room.id(), slot("2027-03-28T00:00", "2027-03-29T00:00"));
        assertThat(spring.interval().duration()).isEqualTo(Duration.ofHours(23));
        Reservation autumn = booking.reserve(ANNE, room.id(), slot("2027-10-31T00:00", "2027-11-01T00:00"));
        assertThat(autumn.interval().duration()).isEqualTo(Duration.ofHours(25));
    }

    @Test
    void theTwoHoursThatHaveTheSameNameAreTwoSlots() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        LocalDateTime two = LocalDateTime.parse("2027-10-31T02:00");
        LocalDateTime half = LocalDateTime.parse("2027-10-31T02:30");
        LocalSlot first = new LocalSlot(two, OffsetChoice.EARLIER, half, OffsetChoice.EARLIER, PARIS);
        LocalSlot second = new LocalSlot(two, OffsetChoice.LATER, half, OffsetChoice.LATER, PARIS);
        booking.reserve(ANNE, room.id(), first);
        Reservation later = booking.reserve(BRUNO, room.id(), second);
        assertThat(later.interval().start()).isEqualTo(Instant.parse("2027-10-31T01:00:00Z"));
        refused(BookingError.SLOT_TAKEN, room, second);
    }

    @Test
    void anotherZoneThanThatOfTheSpaceIsRefused() {
        Space room = world.room();
        LocalSlot elsewhere = LocalSlot.of(
                LocalDateTime.parse("2026-11-23T09:00"),
                LocalDateTime.parse("2026-11-23T10:00"),
                ZoneId.of("America/Cayenne"));
        NeoException refusal = refused(BookingError.SLOT_ZONE, room, elsewhere);
        assertThat(refusal.facts()).containsEntry("expected", "Europe/Paris");
    }

    @Test
    void timesOffTheGridAreRefused() {
        Space room = world.room();
        NeoException refusal = refused(BookingError.SLOT_GRID, room, monday("09:00", "10:05"));
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.end");
        refused(BookingError.SLOT_GRID, room, monday("09:00:15", "10:00"));
    }

    @Test
    void quantitiesOutsideTheCapacityAreRefused() {
        Space desks = world.add(world.space(3));
        ReservationRequest request = world.request(ANNE, desks, monday("09:00", "10:00"));
        refused(BookingError.CAPACITY_EXCEEDED, request.places(4));
        refused(CoreError.INPUT_OUT_OF_RANGE, request.places(0));
        refused(CoreError.INPUT_OUT_OF_RANGE, request.places(Integer.MIN_VALUE));
        booking.reserve(ANNE, request.places(3));
    }

    @Test
    void theLargestQuantityDoesNotOverflow() {
        Space desks = world.add(world.space(3));
        booking.reserve(ANNE, world.request(ANNE, desks, monday("09:00", "10:00")));
        refused(
                BookingError.CAPACITY_EXCEEDED,
                world.request(ANNE, desks, monday("09:00", "10:00")).places(Integer.MAX_VALUE));
    }

    @Test
    void aMemberReservesInTheirOwnNameOnlyAndAnOperatorForAnybody() {
        Space room = world.room();
        ReservationRequest forBruno =
                world.request(ANNE, room, monday("09:00", "10:00")).heldBy(BRUNO.party());
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> booking.reserve(ANNE, forBruno))
                        .errorCode())
                .isEqualTo(CoreError.ACTOR_FORBIDDEN);
        Reservation made = booking.reserve(OPERATOR, forBruno);
        assertThat(made.holder()).isEqualTo(BRUNO.party());
        assertThat(made.bookedBy()).isEqualTo(OPERATOR.party());
        assertThat(booking.find(BRUNO, made.id())).contains(made);
        assertThat(booking.find(ANNE, made.id())).isEmpty();
    }

    @Test
    void anActorWithoutARoleMayDoNothing() {
        Space room = world.room();
        Actor nobody = World.actor(7);
        LocalDate day = LocalDate.of(2026, 11, 23);
        List<Runnable> attempts = List.of(
                () -> booking.reserve(nobody, room.id(), monday("09:00", "10:00")),
                () -> booking.agenda(nobody, room.id(), day, 1),
                () -> booking.operations(ANNE, room.id(), day, 1),
                () -> booking.spaces(nobody, World.HUB),
                () -> booking.addSpace(OPERATOR, world.space(1)),
                () -> booking.changeSpace(ANNE, room.id(), space -> space.withCapacity(2)),
                () -> booking.removeSpace(OPERATOR, room.id()));
        for (Runnable attempt : attempts) {
            assertThat(catchThrowableOfType(ForbiddenException.class, attempt::run))
                    .isNotNull();
        }
    }

    @Test
    void anotherTenantSeesCountsAndCollidesWithNothing() {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "10:00"));
        booking.reserve(ANNE, request);
        Actor stranger =
                Actor.of(ANNE.party(), new TenantId("soissons"), Role.MEMBER, Role.OPERATOR, Role.ADMINISTRATOR);

        assertThat(booking.find(stranger, request.id())).isEmpty();
        assertThat(booking.space(stranger, room.id())).isEmpty();
        assertThat(booking.spaces(stranger, World.HUB)).isEmpty();
        assertThat(booking.mine(stranger, MyReservations.TO_COME, 10, Optional.empty())
                        .documents())
                .isEmpty();
        assertThat(catchThrowableOfType(
                                NotFoundException.class,
                                () -> booking.agenda(stranger, room.id(), LocalDate.of(2026, 11, 23), 1))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.reserve(stranger, request))
                        .errorCode())
                .isEqualTo(BookingError.SPACE_UNKNOWN);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> booking.cancel(stranger, request.id()))
                        .errorCode())
                .isEqualTo(BookingError.RESERVATION_UNKNOWN);
        assertThat(booking.find(ANNE, request.id())).isPresent();
    }

    @Test
    void aReservationThatIsPartOfALargerTransactionGoesWithIt() {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "10:00"));
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> world.neo().atomically(() -> {
                            booking.reserve(ANNE, request);
                            throw new IllegalStateException("the deposit could not be held");
                        })))
                .isNotNull();
        assertThat(booking.find(ANNE, request.id())).isEmpty();
        booking.reserve(BRUNO, room.id(), monday("09:00", "10:00"));
    }

    @Test
    void severalSpacesAreHadTogetherOrNotAtAll() {
        Space room = world.room();
        Space studio = world.room();
        booking.reserve(BRUNO, studio.id(), monday("09:00", "10:00"));
        ReservationRequest first = world.request(ANNE, room, monday("09:00", "10:00"));
        ReservationRequest second = world.request(ANNE, studio, monday("09:00", "10:00"));
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class,
                () -> world.neo().atomically(() -> {
                    booking.reserve(ANNE, first);
                    booking.reserve(ANNE, second);
                }));
        assertThat(refusal.errorCode()).isEqualTo(BookingError.SLOT_TAKEN);
        assertThat(booking.find(ANNE, first.id())).isEmpty();
    }

    @Test
    void missingFieldsAreRefusedByTheirName() {
        InvalidInputException refusal = catchThrowableOfType(
                InvalidInputException.class,
                () -> new ReservationRequest(booking.newReservationId(), null, monday("09:00", "10:00"), 1, null));
        assertThat(refusal.field()).isEqualTo("space");
    }
}
