package fr.aisneneo.booking;

import fr.aisneneo.core.actor.Permission;
import java.util.List;
import java.util.Optional;

/**
 * The life of a reservation as a table: state × command → state, who may, under which condition. What is not in the
 * table cannot be done.
 *
 * <p>Immutable and thread-safe.
 */
public final class ReservationLifeCycle {
    /** The state of a new reservation. */
    public static final ReservationStatus INITIAL = ReservationStatus.CONFIRMED;

    /** The table. */
    public static final List<Transition> TRANSITIONS = List.of(new Transition(
            ReservationStatus.CONFIRMED,
            Command.CANCEL,
            ReservationStatus.CANCELLED,
            BookingPermissions.CANCEL,
            Guard.NOT_STARTED));

    private ReservationLifeCycle() {}

    /** What can be asked of a reservation that exists. */
    public enum Command {
        /** Give it back. */
        CANCEL
    }

    /** What must hold at the instant of the command. */
    public enum Guard {
        /** The slot has not begun. */
        NOT_STARTED
    }

    /**
     * One row of the table.
     *
     * @param from the state before
     * @param command what is asked
     * @param to the state after
     * @param permission who may
     * @param guard under which condition
     */
    public record Transition(
            ReservationStatus from, Command command, ReservationStatus to, Permission permission, Guard guard) {}

    /**
     * The row for a command in a state.
     *
     * @param from the state
     * @param command the command
     * @return the row; empty if that cannot be done
     */
    public static Optional<Transition> find(ReservationStatus from, Command command) {
        return TRANSITIONS.stream()
                .filter(row -> row.from() == from && row.command() == command)
                .findFirst();
    }
}
