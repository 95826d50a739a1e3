package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.PARIS;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.calendar.CalendarError;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OffsetChoice;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The night in March that has an hour less, and the one in October that has an hour twice. */
class ClockChangeTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

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
        refusals.expect(BookingError.SLOT_TAKEN, room, second);
    }

    @Test
    void theSecondOfTwoHoursIsNamedByItsOffsetToo() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        LocalSlot exact = LocalSlot.of(
                OffsetDateTime.parse("2027-10-31T02:00+01:00"), OffsetDateTime.parse("2027-10-31T02:30+01:00"), PARIS);
        ReservationRequest request = world.request(ANNE, room, exact);

        Reservation made = booking.reserve(ANNE, request);

        assertThat(made.slot().startOffset()).isEqualTo(OffsetChoice.LATER);
        assertThat(made.interval())
                .isEqualTo(new Interval(Instant.parse("2027-10-31T01:00:00Z"), Instant.parse("2027-10-31T01:30:00Z")));
        assertThat(booking.find(ANNE, made.id())).contains(made);
        assertThat(booking.reserve(ANNE, request)).isEqualTo(made);
    }

    @Test
    void aSlotMayGoFromTheFirstToTheSecondOfTwoEqualTimes() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        LocalDateTime half = LocalDateTime.parse("2027-10-31T02:30");
        Reservation hour = booking.reserve(
                ANNE, room.id(), new LocalSlot(half, OffsetChoice.EARLIER, half, OffsetChoice.LATER, PARIS));
        assertThat(hour.interval().duration()).isEqualTo(Duration.ofHours(1));
        refusals.expect(
                CalendarError.REVERSED,
                room,
                new LocalSlot(half, OffsetChoice.LATER, half, OffsetChoice.EARLIER, PARIS));
    }

    @Test
    void theOtherOccurrenceUnderTheSameIdIsAnotherRequest() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        LocalDateTime two = LocalDateTime.parse("2027-10-31T02:00");
        LocalDateTime three = LocalDateTime.parse("2027-10-31T03:00");
        ReservationRequest first = world.request(ANNE, room, LocalSlot.of(two, three, PARIS));
        booking.reserve(ANNE, first);
        LocalSlot second = new LocalSlot(two, OffsetChoice.LATER, three, OffsetChoice.EARLIER, PARIS);
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class,
                () -> booking.reserve(ANNE, ReservationRequest.of(ANNE, first.id(), room.id(), second)));
        assertThat(refusal.facts()).containsEntry("fields", "slot.startOffset");
    }

    @Test
    void aFreeSlotInTheSecondOfTwoHoursSaysSo() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        booking.reserve(BRUNO, room.id(), slot("2027-10-31T00:00", "2027-10-31T02:30"));
        LocalDateTime half = LocalDateTime.parse("2027-10-31T02:30");
        booking.reserve(BRUNO, room.id(), new LocalSlot(half, OffsetChoice.EARLIER, half, OffsetChoice.LATER, PARIS));
        FreeSlot found = booking.firstFreeSlot(
                        ANNE,
                        FreeSlotQuery.of(
                                room.id(),
                                Duration.ofMinutes(30),
                                Instant.parse("2027-10-30T22:00:00Z"),
                                Instant.parse("2027-10-31T12:00:00Z")))
                .orElseThrow();
        assertThat(found.slot().startOffset()).isEqualTo(OffsetChoice.LATER);
        assertThat(found.interval().start()).isEqualTo(Instant.parse("2027-10-31T01:30:00Z"));
        assertThat(booking.reserve(ANNE, room.id(), found.slot()).interval()).isEqualTo(found.interval());
    }
}
