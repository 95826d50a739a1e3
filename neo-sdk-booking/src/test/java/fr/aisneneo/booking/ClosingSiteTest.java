package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.HUB;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.AgendaSegment.State;
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.territory.Territory;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A site that closes for good on Wednesday 25 November 2026. */
class ClosingSiteTest {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 25);

    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

    private void closeHub() {
        Territory.of(world.neo()).closeSite(ADMINISTRATOR, HUB, LAST);
    }

    @Test
    void nothingIsBookedBeyondTheLastDay() {
        Space room = world.add(world.space(1).withHours(OpeningHours.ALWAYS));
        closeHub();
        NeoException refusal =
                refusals.expect(BookingError.SITE_CLOSED, room, slot("2026-11-26T09:00", "2026-11-26T10:00"));
        assertThat(refusal).isInstanceOf(RefusedException.class);
        assertThat(refusal.facts()).containsEntry("site", "Hub de Laon").containsEntry("lastDay", LAST);
        assertThat(Refusals.french(refusal))
                .isEqualTo(
                        "Le site Hub de Laon ferme définitivement après le mercredi 25 novembre 2026 : rien ne peut y"
                                + " être réservé au-delà de ce jour.");
        refusals.expect(BookingError.SITE_CLOSED, room, slot("2026-11-25T23:00", "2026-11-26T00:15"));
        booking.reserve(ANNE, room.id(), slot("2026-11-25T23:00", "2026-11-26T00:00"));
    }

    @Test
    void agendasShowTheDaysBeyondAsClosed() {
        Space room = world.room();
        closeHub();
        List<AgendaDay> days = booking.agenda(ANNE, HUB, LAST, 2).get(0).days();
        assertThat(days.get(0).segments()).extracting(AgendaSegment::state).contains(State.FREE);
        assertThat(days.get(1).segments()).extracting(AgendaSegment::state).containsExactly(State.CLOSED);
        assertThat(days.get(1).hours().ranges()).isEmpty();
        assertThat(days.get(1).hours().cause()).isEqualTo(DayHours.Cause.NO_SEASON);
        assertThat(booking.agenda(ANNE, room.id(), LAST, 2).days()).isEqualTo(days);
        assertThat(booking.operations(OPERATOR, HUB, LAST.plusDays(1), 1).get(0).days())
                .singleElement()
                .satisfies(day -> assertThat(day.occupancy()).isEqualTo(Occupancy.NONE));
    }

    @Test
    void whatWasBookedBeforeStaysAndCanBeCancelled() {
        Space room = world.room();
        Reservation made = booking.reserve(ANNE, room.id(), slot("2026-11-26T09:00", "2026-11-26T10:00"));
        closeHub();
        assertThat(booking.reserve(ANNE, made.request())).isEqualTo(made);
        assertThat(booking.operations(OPERATOR, room.id(), LAST.plusDays(1), 1)
                        .days()
                        .get(0)
                        .reservations())
                .containsExactly(made);
        assertThat(booking.cancel(ANNE, made.id()).status()).isEqualTo(ReservationStatus.CANCELLED);
    }

    @Test
    void noFreeSlotIsFoundBeyondIt() {
        Space room = world.room();
        FreeSlotQuery query = FreeSlotQuery.of(
                room.id(),
                Duration.ofHours(2),
                Instant.parse("2026-11-25T17:30:00Z"),
                Instant.parse("2026-12-25T00:00:00Z"));
        assertThat(booking.firstFreeSlot(ANNE, query)).isPresent();
        closeHub();
        assertThat(booking.firstFreeSlot(ANNE, query)).isEmpty();
    }

    @Test
    void aRefusalPromisesNoOpeningAndNoSlotBeyondIt() {
        Space room = world.room();
        booking.reserve(World.BRUNO, room.id(), slot("2026-11-25T08:00", "2026-11-25T20:00"));
        closeHub();
        assertThat(refusals.expect(BookingError.SLOT_CLOSED, room, slot("2026-11-25T20:00", "2026-11-25T21:00"))
                        .facts())
                .doesNotContainKey("next");
        assertThat(refusals.expect(BookingError.SLOT_TAKEN, room, slot("2026-11-25T18:00", "2026-11-25T19:00"))
                        .facts())
                .doesNotContainKey("next");
    }
}
