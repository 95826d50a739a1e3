package fr.aisneneo.booking;

import java.util.List;

/**
 * Some days of a space as its staff sees them.
 *
 * <p>Immutable and thread-safe.
 *
 * @param space the space
 * @param days the days in order
 */
public record OperatorAgenda(Space space, List<OperatorDay> days) {

    /** Copies the days. */
    public OperatorAgenda {
        days = List.copyOf(days);
    }
}
