package fr.aisneneo.booking;

import java.util.List;

/**
 * One local day of a space as its staff sees it.
 *
 * <p>Immutable and thread-safe.
 *
 * @param day what everybody sees
 * @param reservations those that touch the day and occupy places, by start
 * @param occupancy how well the opening hours are used
 */
public record OperatorDay(AgendaDay day, List<Reservation> reservations, Occupancy occupancy) {

    /** Copies the reservations. */
    public OperatorDay {
        reservations = List.copyOf(reservations);
    }
}
