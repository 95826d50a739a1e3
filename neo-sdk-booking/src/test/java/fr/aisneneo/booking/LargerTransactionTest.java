package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ConflictException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LargerTransactionTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

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
        assertThat(refusal.facts()).as("no search within the transaction").doesNotContainKey("next");
        assertThat(booking.find(ANNE, first.id())).isEmpty();
    }
}
