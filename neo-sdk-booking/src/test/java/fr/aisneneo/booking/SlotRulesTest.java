package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.monday;
import static fr.aisneneo.booking.World.slot;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.RefusedException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SlotRulesTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);

    @Test
    void theLengthsOfTheSpaceHold() {
        Space room = world.add(
                world.space(1).withRules(BookingRules.STANDARD.lasting(Duration.ofHours(1), Duration.ofMinutes(150))));
        assertThat(Refusals.french(refusals.expect(BookingError.SLOT_TOO_SHORT, room, monday("09:00", "09:45"))))
                .endsWith("1 h.");
        assertThat(Refusals.french(refusals.expect(BookingError.SLOT_TOO_LONG, room, monday("09:00", "11:45"))))
                .endsWith("2 h 30 min.");
        booking.reserve(ANNE, room.id(), monday("09:00", "11:30"));
    }

    @Test
    void thePastAndTheFarFutureAreRefused() {
        Space room = world.add(world.space(1).withRules(BookingRules.STANDARD.ahead(30)));
        world.setNow("2026-11-23T08:00:01Z");
        refusals.expect(BookingError.SLOT_PAST, room, monday("09:00", "10:00"));
        booking.reserve(ANNE, room.id(), monday("09:15", "10:00"));
        NeoException refusal =
                refusals.expect(BookingError.SLOT_BEYOND_HORIZON, room, slot("2026-12-23T09:00", "2026-12-23T10:00"));
        assertThat(refusal.facts()).containsEntry("days", 30);
    }

    @Test
    void aClosedDayIsNamedWithItsHolidayAndTheNextOpening() {
        Space room = world.room();
        NeoException refusal =
                refusals.expect(BookingError.SLOT_CLOSED, room, slot("2026-12-25T09:00", "2026-12-25T10:00"));
        assertThat(refusal).isInstanceOf(RefusedException.class);
        assertThat(refusal.facts())
                .containsEntry("date", LocalDate.of(2026, 12, 25))
                .containsEntry("next", LocalDateTime.parse("2026-12-26T09:00"));
        assertThat(Refusals.french(refusal))
                .contains("vendredi 25 décembre 2026", "jour férié : Noël", "samedi 26 décembre 2026 à 09:00");
        assertThat(refusal.errorCode().text(Locale.ENGLISH, refusal.facts()))
                .contains("Friday 25 December 2026", "public holiday: Christmas Day");
    }

    @Test
    void anExceptionIsNamedWithItsReason() {
        LocalDate day = LocalDate.of(2026, 11, 24);
        Space room = world.add(world.space(1).withHours(World.HOURS.except(day, day, "Inventaire", "14:00-18:00")));
        NeoException refusal =
                refusals.expect(BookingError.SLOT_CLOSED, room, slot("2026-11-24T13:00", "2026-11-24T15:00"));
        assertThat(refusal.facts())
                .containsEntry("reason", "Inventaire")
                .containsEntry("next", LocalDateTime.parse("2026-11-24T14:00"));
        booking.reserve(ANNE, room.id(), slot("2026-11-24T14:00", "2026-11-24T18:00"));
    }

    @Test
    void timesOffTheGridAreRefused() {
        Space room = world.room();
        NeoException refusal = refusals.expect(BookingError.SLOT_GRID, room, monday("09:00", "10:05"));
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("slot.end");
        refusals.expect(BookingError.SLOT_GRID, room, monday("09:00:15", "10:00"));
    }
}
