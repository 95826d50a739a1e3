package fr.aisneneo.booking;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.party.PartyId;

/**
 * What is to be reserved. The whole of it is what a repetition is compared with.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id the id of the reservation, chosen by the caller so that the request can be repeated
 * @param space which space
 * @param slot from when to when, in the zone of the space
 * @param quantity how many places, 1 or more
 * @param holder whose reservation it is
 */
public record ReservationRequest(ReservationId id, SpaceId space, LocalSlot slot, int quantity, PartyId holder) {

    /**
     * Checks that nothing is missing.
     *
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.required}
     */
    public ReservationRequest {
        Required.field(id, "id");
        Required.field(space, "space");
        Required.field(slot, "slot");
        Required.field(holder, "holder");
    }

    /**
     * One place in the actor's own name.
     *
     * @param actor whose reservation it is
     * @param id the id of the reservation
     * @param space which space
     * @param slot from when to when
     * @return the request
     */
    public static ReservationRequest of(Actor actor, ReservationId id, SpaceId space, LocalSlot slot) {
        return new ReservationRequest(id, space, slot, 1, actor.party());
    }

    /**
     * The same request for several places.
     *
     * @param places how many
     * @return the changed request
     */
    public ReservationRequest places(int places) {
        return new ReservationRequest(id, space, slot, places, holder);
    }

    /**
     * The same request in the name of somebody else.
     *
     * @param party whose reservation it is
     * @return the changed request
     */
    public ReservationRequest heldBy(PartyId party) {
        return new ReservationRequest(id, space, slot, quantity, party);
    }
}
