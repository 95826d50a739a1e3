package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.Interval;

/**
 * A stretch of a space's day where nothing changes.
 *
 * <p>Immutable and thread-safe.
 *
 * @param interval from when to when
 * @param state whether places can be had
 * @param remaining how many places are left; 0 unless {@link State#FREE}
 */
public record AgendaSegment(Interval interval, State state, int remaining) {

    /** Whether places can be had. */
    public enum State {
        /** Open, with places left. */
        FREE,
        /** Open, all places occupied by bookings or their buffers. */
        TAKEN,
        /** Not open, withdrawn, or after the last day of the site. */
        CLOSED
    }
}
