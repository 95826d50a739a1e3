package fr.aisneneo.booking;

import static fr.aisneneo.booking.World.ANNE;
import static fr.aisneneo.booking.World.BRUNO;
import static fr.aisneneo.booking.World.monday;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The actor's own reservations. */
class MyReservationsTest {
    @RegisterExtension
    private final World world = new World();

    private final Booking booking = world.booking();

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
}
