package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.territory.SiteId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Places of a space that somebody has for a while. Holds pseudonyms only, no name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its identifier
 * @param space the space
 * @param site the site of the space
 * @param holder whose it is
 * @param bookedBy who reserved it: the holder, or an operator
 * @param slot from when to when by the clock on the wall: the truth
 * @param interval the instants of the slot when it was booked
 * @param occupied the interval and its buffers: what nobody else can have
 * @param quantity how many places
 * @param status where it stands
 * @param bookedAt when it was reserved
 * @param cancelledAt when it was cancelled, or null
 */
public record Reservation(
        ReservationId id,
        SpaceId space,
        SiteId site,
        PartyId holder,
        PartyId bookedBy,
        LocalSlot slot,
        Interval interval,
        Interval occupied,
        int quantity,
        ReservationStatus status,
        Instant bookedAt,
        @Nullable Instant cancelledAt) {

    /**
     * The request that it came from.
     *
     * @return the request
     */
    public ReservationRequest request() {
        return new ReservationRequest(id, space, slot, quantity, holder);
    }

    /**
     * The same reservation in another state.
     *
     * @param next the state
     * @param at when it got there
     * @return the changed reservation
     */
    public Reservation moved(ReservationStatus next, Instant at) {
        return new Reservation(
                id,
                space,
                site,
                holder,
                bookedBy,
                slot,
                interval,
                occupied,
                quantity,
                next,
                bookedAt,
                next == ReservationStatus.CANCELLED ? at : cancelledAt);
    }
}
