package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class RepeatedRequestTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

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
    void whoMayReserveButNotReadGetsTheirFirstAnswerAgainAndNobodyElseDoes() {
        Policy deskOnly = (actor, permission, owner) ->
                permission.equals(BookingPermissions.RESERVE) || actor.party().equals(ADMINISTRATOR.party());
        try (World kiosk = new World("memory:", deskOnly)) {
            Space room = kiosk.room();
            ReservationRequest request =
                    kiosk.request(BRUNO, room, monday("09:00", "10:00")).heldBy(ANNE.party());
            Reservation first = kiosk.booking().reserve(BRUNO, request);

            assertThat(kiosk.booking().reserve(BRUNO, request)).isEqualTo(first);
            assertThat(differences(kiosk, BRUNO, request.places(2))).isEqualTo("quantity");
            assertThat(differences(kiosk, World.actor(7), request)).isEqualTo("actor");
        }
    }

    private static Object differences(World world, Actor actor, ReservationRequest request) {
        ConflictException refusal = catchThrowableOfType(
                ConflictException.class, () -> world.booking().reserve(actor, request));
        assertThat(refusal.errorCode()).isEqualTo(CoreError.COMMAND_REPEATED_DIFFERENTLY);
        return refusal.facts().get("fields");
    }
}
