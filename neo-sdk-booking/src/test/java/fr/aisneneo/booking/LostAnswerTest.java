package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ADMINISTRATOR;
import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.fault.Fault;
import fr.aisneneo.core.tck.fault.FaultPlan;
import fr.aisneneo.core.tck.fault.FaultyStorage;
import fr.aisneneo.core.tck.fault.FaultyStoragePlugin;
import java.util.Map;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever goes wrong in the store, the request sent again takes the place once. */
class LostAnswerTest {
    private final FaultyStorage faulty = new FaultyStorage(memory(), FaultPlan.NONE);

    @RegisterExtension
    private final World world = new World("faulty:", Policy.standard(), new FaultyStoragePlugin(faulty));

    private final Booking booking = world.booking();

    private static Storage memory() {
        MemoryStoragePlugin plugin = new MemoryStoragePlugin();
        return plugin.open("", Settings.check(plugin.descriptor(), Map.of()));
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aRequestThatIsSentAgainAfterAFaultTakesThePlaceOnce(Fault fault) {
        Space room = world.room();
        ReservationRequest request = world.request(ANNE, room, monday("09:00", "10:00"));
        faulty.next(fault);
        try {
            booking.reserve(ANNE, request);
            assertThat(fault).as("what the SDK runs again by itself").isIn(Fault.CONFLICT, Fault.DUPLICATE);
        } catch (StorageException e) {
            assertThat(e.errorCode()).isEqualTo(fault.code());
        }
        faulty.mend();
        Reservation reservation = booking.reserve(ANNE, request);

        assertThat(booking.reserve(ANNE, request)).isEqualTo(reservation);
        assertThat(reservation.id()).isEqualTo(request.id());
        assertThat(world.neo().journal().history(ADMINISTRATOR, BookingEvents.aggregate(reservation.id()), 0, 10))
                .hasSize(1);
        assertThat(catchThrowableOfType(
                        ConflictException.class, () -> booking.reserve(BRUNO, room.id(), monday("09:00", "10:00"))))
                .as("the place is taken")
                .isNotNull();
        booking.cancel(ANNE, reservation.id());
        booking.reserve(BRUNO, room.id(), monday("09:00", "10:00"));
    }
}
