package fr.aisneneo.booking;

import java.util.List;

/**
 * Some days of a space.
 *
 * <p>Immutable and thread-safe.
 *
 * @param space the space
 * @param days the days in order
 */
public record SpaceAgenda(Space space, List<AgendaDay> days) {

    /** Copies the days. */
    public SpaceAgenda {
        days = List.copyOf(days);
    }
}
