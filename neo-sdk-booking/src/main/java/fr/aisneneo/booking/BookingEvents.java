package fr.aisneneo.booking;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;

/**
 * What booking writes into the journal, in the transaction of the change. The aggregate of a reservation's events is
 * {@code reservation} and its id, that of a space's {@code space} and its id.
 *
 * <p>Immutable and thread-safe.
 */
public final class BookingEvents {
    /** A reservation was made. */
    public static final EventType<Reservation> RESERVATION_CONFIRMED =
            new EventType<>("booking.reservation.confirmed", Reservation.class);

    /** A reservation was cancelled. */
    public static final EventType<Reservation> RESERVATION_CANCELLED =
            new EventType<>("booking.reservation.cancelled", Reservation.class);

    /** A space was added. */
    public static final EventType<Space> SPACE_ADDED = new EventType<>("booking.space.added", Space.class);

    /** A space was changed, withdrawn or put back in service. */
    public static final EventType<Space> SPACE_CHANGED = new EventType<>("booking.space.changed", Space.class);

    /** A space that was never booked was removed. */
    public static final EventType<Space> SPACE_REMOVED = new EventType<>("booking.space.removed", Space.class);

    private BookingEvents() {}

    /**
     * What the events of a reservation are about.
     *
     * @param id the reservation
     * @return its aggregate
     */
    public static Aggregate aggregate(ReservationId id) {
        return Aggregate.of("reservation", id);
    }

    /**
     * What the events of a space are about.
     *
     * @param id the space
     * @return its aggregate
     */
    public static Aggregate aggregate(SpaceId id) {
        return Aggregate.of("space", id);
    }
}
