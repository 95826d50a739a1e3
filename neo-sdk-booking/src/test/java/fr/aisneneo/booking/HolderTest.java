package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.OPERATOR;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.directory.Parties;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.party.PartyKind;
import fr.aisneneo.core.sealing.Sealing;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In whose name is reserved. */
class HolderTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();
    private final Refusals refusals = new Refusals(world);
    private final Parties parties = Parties.of(world.neo(), Sealing.of(world.neo(), new MemoryKeyStore()));

    @Test
    void withoutADirectoryAnybodyIsBelieved() {
        Space room = world.room();
        booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        booking.reserve(
                OPERATOR,
                world.request(OPERATOR, room, monday("10:00", "11:00")).heldBy(BRUNO.party()));
    }

    @Test
    void withADirectorySomebodyElseMustBeInItAndActorsNeedNot() {
        Space room = world.room();
        parties.register(ANNE, ANNE.party(), PartyKind.PERSON);
        ReservationRequest forBruno =
                world.request(OPERATOR, room, monday("09:00", "10:00")).heldBy(BRUNO.party());

        NeoException refusal = refusals.expect(BookingError.HOLDER_UNKNOWN, OPERATOR, forBruno);
        assertThat(((InvalidInputException) refusal).field()).isEqualTo("holder");

        booking.reserve(BRUNO, room.id(), monday("10:00", "11:00"));
        booking.reserve(
                OPERATOR,
                world.request(OPERATOR, room, monday("11:00", "12:00")).heldBy(ANNE.party()));
        parties.register(OPERATOR, BRUNO.party(), PartyKind.PERSON);
        booking.reserve(OPERATOR, forBruno);
    }

    @Test
    void nothingIsReservedForAPartyThatWasErased() {
        Space room = world.room();
        parties.register(ANNE, ANNE.party(), PartyKind.PERSON);
        Reservation made = booking.reserve(ANNE, room.id(), monday("09:00", "10:00"));
        parties.erase(ANNE, ANNE.party());

        NeoException refusal = refusals.expect(BookingError.HOLDER_ERASED, room, monday("10:00", "11:00"));
        assertThat(refusal).isInstanceOf(RefusedException.class);
        refusals.expect(
                BookingError.HOLDER_ERASED,
                OPERATOR,
                world.request(OPERATOR, room, monday("10:00", "11:00")).heldBy(ANNE.party()));
        assertThat(booking.reserve(ANNE, made.request())).isEqualTo(made);
        booking.cancel(OPERATOR, made.id());
    }
}
