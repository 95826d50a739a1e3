package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ReserveTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

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

        NeoException refusal = refusals.expect(BookingError.SLOT_TAKEN, room, monday("11:00", "13:00"));

        assertThat(refusal).isInstanceOf(ConflictException.class);
        assertThat(refusal.facts())
                .containsEntry("remaining", 0)
                .containsEntry("next", LocalDateTime.parse("2026-11-23T12:00"));
        assertThat(Refusals.french(refusal))
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
        refusals.expect(BookingError.SLOT_TAKEN, room, monday("13:30", "14:30"));
    }

    @Test
    void theHighestNumberOccupiedAtAnyInstantCountsAndNotTheSum() {
        Space desks = world.add(world.space(3));
        booking.reserve(
                BRUNO, world.request(BRUNO, desks, monday("08:00", "10:00")).places(2));
        booking.reserve(
                BRUNO, world.request(BRUNO, desks, monday("10:00", "12:00")).places(2));
        booking.reserve(ANNE, world.request(ANNE, desks, monday("08:00", "12:00")));
        NeoException refusal = refusals.expect(BookingError.SLOT_TAKEN, desks, monday("09:30", "10:30"));
        assertThat(refusal.facts()).containsEntry("remaining", 0);
        booking.reserve(
                ANNE, world.request(ANNE, desks, monday("12:00", "13:00")).places(3));
    }

    @Test
    void buffersAreOccupiedAndDoNotOverlapEachOther() {
        Space room = world.add(world.space(1)
                .withRules(BookingRules.STANDARD.buffers(Duration.ofMinutes(15), Duration.ofMinutes(30))));
        booking.reserve(BRUNO, room.id(), monday("10:00", "12:00"));
        refusals.expect(BookingError.SLOT_TAKEN, room, monday("12:15", "13:00"));
        NeoException refusal = refusals.expect(BookingError.SLOT_TAKEN, room, monday("12:30", "13:00"));
        assertThat(refusal.facts()).containsEntry("next", LocalDateTime.parse("2026-11-23T12:45"));
        booking.reserve(ANNE, room.id(), monday("12:45", "13:30"));
        refusals.expect(BookingError.SLOT_TAKEN, room, monday("09:00", "09:30"));
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
    void quantitiesOutsideTheCapacityAreRefused() {
        Space desks = world.add(world.space(3));
        ReservationRequest request = world.request(ANNE, desks, monday("09:00", "10:00"));
        refusals.expect(BookingError.CAPACITY_EXCEEDED, request.places(4));
        refusals.expect(CoreError.INPUT_OUT_OF_RANGE, request.places(0));
        refusals.expect(CoreError.INPUT_OUT_OF_RANGE, request.places(Integer.MIN_VALUE));
        booking.reserve(ANNE, request.places(3));
    }

    @Test
    void theLargestQuantityDoesNotOverflow() {
        Space desks = world.add(world.space(3));
        booking.reserve(ANNE, world.request(ANNE, desks, monday("09:00", "10:00")));
        refusals.expect(
                BookingError.CAPACITY_EXCEEDED,
                world.request(ANNE, desks, monday("09:00", "10:00")).places(Integer.MAX_VALUE));
    }
}
