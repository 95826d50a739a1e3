package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.territory.SiteId;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The spaces of a territory and who has them when.
 *
 * <p>Every command is one transaction, or part of the one that {@link Neo#atomically} has open, and leaves an
 * {@linkplain BookingEvents event}. Whatever runs at the same time, in one process or after a crash: at no instant are
 * more places of a space occupied than it has. An actor sees and touches what is in its tenant and nothing else;
 * {@link BookingPermissions} names what the policy is asked.
 *
 * <p>Thread-safe. Making another one for the same SDK is cheap and means the same.
 */
public final class Booking {
    private final Neo neo;
    private final SpaceRegister spaces;
    private final ReservationDesk reservations;
    private final AgendaDesk agendas;
    private final StaffDesk staff;

    private Booking(Neo neo) {
        this.neo = neo;
        this.spaces = new SpaceRegister(neo);
        this.reservations = new ReservationDesk(neo);
        this.agendas = new AgendaDesk(neo);
        this.staff = new StaffDesk(neo);
    }

    /**
     * Booking on an open SDK.
     *
     * @param neo the open SDK
     * @return its booking
     * @throws fr.aisneneo.core.error.StorageException {@code storage.schema} if a newer version wrote the store
     * @throws IllegalStateException if a transaction is open on this thread the first time
     */
    public static Booking of(Neo neo) {
        return new Booking(neo);
    }

    /**
     * A new id for a space.
     *
     * @return an id never given before
     */
    public SpaceId newSpaceId() {
        return new SpaceId(neo.ids().next());
    }

    /**
     * A new id for a reservation, to be kept until the answer has come.
     *
     * @return an id never given before
     */
    public ReservationId newReservationId() {
        return new ReservationId(neo.ids().next());
    }

    /**
     * Adds a space to a site. The same space again changes nothing.
     *
     * @param actor who; needs {@link BookingPermissions#MANAGE_SPACES}
     * @param space the space
     * @return the space
     * @throws NotFoundException if there is no such site
     * @throws ConflictException {@code command.repeated_differently} if the id has another space
     * @throws RefusedException {@code booking.spaces.too_many}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Space addSpace(Actor actor, Space space) {
        return spaces.add(actor, space);
    }

    /**
     * Changes a space. What is booked stays booked, also where new hours, rules or fewer places would not let it.
     *
     * @param actor who; needs {@link BookingPermissions#MANAGE_SPACES}
     * @param id which one
     * @param change makes the new one from the present one; may be called more than once
     * @return the new one
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws InvalidInputException {@code booking.space.identity} if it changes the id or the site
     * @throws ForbiddenException if the policy does not grant it
     */
    public Space changeSpace(Actor actor, SpaceId id, UnaryOperator<Space> change) {
        return spaces.change(actor, id, change);
    }

    /**
     * Removes a space that was never booked. One that was can be {@linkplain SpaceStatus#WITHDRAWN withdrawn}.
     *
     * @param actor who; needs {@link BookingPermissions#MANAGE_SPACES}
     * @param id which one
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws RefusedException {@code booking.space.in_use}
     * @throws ForbiddenException if the policy does not grant it
     */
    public void removeSpace(Actor actor, SpaceId id) {
        spaces.remove(actor, id);
    }

    /**
     * A space.
     *
     * @param actor who asks; needs {@link BookingPermissions#SEE}
     * @param id which one
     * @return the space, if there is one
     * @throws ForbiddenException if the policy does not grant it
     */
    public Optional<Space> space(Actor actor, SpaceId id) {
        return spaces.find(actor, id);
    }

    /**
     * The spaces of a site, withdrawn ones included.
     *
     * @param actor who asks; needs {@link BookingPermissions#SEE}
     * @param site which site
     * @return by kind, then by name; empty for a site without spaces and for one that is not there
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<Space> spaces(Actor actor, SiteId site) {
        return spaces.ofSite(actor, site);
    }

    /**
     * Reserves one place in the actor's own name under a new id. Where an answer may get lost, use
     * {@link #reserve(Actor, ReservationRequest)} with an id that is kept.
     *
     * @param actor who; needs {@link BookingPermissions#RESERVE}
     * @param space which space
     * @param slot from when to when, in the zone of the space
     * @return the reservation
     * @throws ConflictException {@code booking.slot.taken}
     * @throws RefusedException if a rule of the space says no
     * @throws InvalidInputException if the slot makes no sense
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Reservation reserve(Actor actor, SpaceId space, LocalSlot slot) {
        return reserve(actor, ReservationRequest.of(actor, newReservationId(), space, slot));
    }

    /**
     * Reserves. The same request again gives the reservation as it is by then, cancelled if it was.
     *
     * @param actor who; needs {@link BookingPermissions#RESERVE} for the holder
     * @param request what
     * @return the reservation
     * @throws ConflictException {@code booking.slot.taken} if too few places are left all through the slot and its
     *     buffers, naming nobody, and naming the next free slot if the actor {@linkplain BookingPermissions#SEE may
     *     see} it and no transaction is open; {@code command.repeated_differently} if the id was used with another
     *     request, naming the fields that differ, or only {@code actor} if it is neither theirs to read nor booked by
     *     them
     * @throws RefusedException {@code booking.slot.too_long}, {@code booking.slot.too_short},
     *     {@code booking.slot.past}, {@code booking.slot.beyond_horizon}, {@code booking.slot.closed},
     *     {@code booking.capacity.exceeded}, {@code booking.space.withdrawn}, {@code booking.site.closed},
     *     {@code booking.holder.erased} or {@code booking.quota.reached}
     * @throws InvalidInputException {@code booking.slot.zone}, {@code booking.slot.grid}, a
     *     {@link fr.aisneneo.core.calendar.CalendarError} of its times, {@code input.out_of_range} for a quantity below
     *     1, or {@code booking.holder.unknown} for somebody else whom the tenant did not register, if it registered
     *     anybody
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Reservation reserve(Actor actor, ReservationRequest request) {
        return reservations.reserve(actor, request);
    }

    /**
     * Cancels a reservation that has not begun, and frees its places. Again it changes nothing.
     *
     * @param actor who; needs {@link BookingPermissions#CANCEL} for the holder
     * @param id which one
     * @return the cancelled reservation
     * @throws NotFoundException {@code booking.reservation.unknown}, also for one that the actor may not read
     * @throws RefusedException {@code booking.reservation.started}
     * @throws ForbiddenException if the policy lets the actor read it but not cancel it
     */
    public Reservation cancel(Actor actor, ReservationId id) {
        return reservations.cancel(actor, id);
    }

    /**
     * A reservation.
     *
     * @param actor who asks; needs {@link BookingPermissions#READ_RESERVATION} for the holder
     * @param id which one
     * @return the reservation; empty as well if the actor may not read it
     */
    public Optional<Reservation> find(Actor actor, ReservationId id) {
        return reservations.find(actor, id);
    }

    /**
     * The actor's own reservations, page by page.
     *
     * @param actor who asks; needs {@link BookingPermissions#READ_RESERVATION} for itself
     * @param which those to come, or those that are over
     * @param limit how many a page has at most, 1 to 1,000
     * @param from the cursor of the page before, empty for the first one
     * @return a page and the cursor of the next one
     * @throws InvalidInputException {@code storage.cursor.invalid}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Page<Reservation> mine(Actor actor, MyReservations which, int limit, Optional<Cursor> from) {
        return agendas.mine(actor, which, limit, from);
    }

    /**
     * Some days of a space: free, taken, closed, and how many places are left. Nobody is named.
     *
     * @param actor who asks; needs {@link BookingPermissions#SEE}
     * @param space which space
     * @param from the first day, local to the space
     * @param days how many, 1 to 62
     * @return its agenda, of one state of the store
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws InvalidInputException {@code input.out_of_range}
     * @throws ForbiddenException if the policy does not grant it
     */
    public SpaceAgenda agenda(Actor actor, SpaceId space, LocalDate from, int days) {
        return agendas.agenda(actor, space, new DaySpan(from, days));
    }

    /**
     * Some days of all spaces of a site.
     *
     * @param actor who asks; needs {@link BookingPermissions#SEE}
     * @param site which site
     * @param from the first day, local to each space
     * @param days how many, 1 to 62, and no more than 3,500 days of all spaces together
     * @return the agendas, of one state of the store, by kind and name of the spaces
     * @throws InvalidInputException {@code input.out_of_range}
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<SpaceAgenda> agenda(Actor actor, SiteId site, LocalDate from, int days) {
        return agendas.agenda(actor, site, new DaySpan(from, days));
    }

    /**
     * Some days of a space as its staff sees them: with the reservations and the occupancy.
     *
     * @param actor who asks; needs {@link BookingPermissions#OPERATE}
     * @param space which space
     * @param from the first day, local to the space
     * @param days how many, 1 to 62
     * @return its agenda, of one state of the store
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws InvalidInputException {@code input.out_of_range}
     * @throws ForbiddenException if the policy does not grant it
     */
    public OperatorAgenda operations(Actor actor, SpaceId space, LocalDate from, int days) {
        return staff.operations(actor, space, new DaySpan(from, days));
    }

    /**
     * Some days of all spaces of a site as its staff sees them.
     *
     * @param actor who asks; needs {@link BookingPermissions#OPERATE}
     * @param site which site
     * @param from the first day, local to each space
     * @param days how many, 1 to 62, and no more than 3,500 days of all spaces together
     * @return the agendas, of one state of the store, by kind and name of the spaces
     * @throws InvalidInputException {@code input.out_of_range}
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<OperatorAgenda> operations(Actor actor, SiteId site, LocalDate from, int days) {
        return staff.operations(actor, site, new DaySpan(from, days));
    }

    /**
     * The cancelled reservations of a space, as its staff may want to know them, page by page.
     *
     * @param actor who asks; needs {@link BookingPermissions#OPERATE}
     * @param space which space
     * @param limit how many a page has at most, 1 to 1,000
     * @param from the cursor of the page before, empty for the first one
     * @return a page, the latest slot first, and the cursor of the next one
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws InvalidInputException {@code storage.cursor.invalid}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Page<Reservation> cancelled(Actor actor, SpaceId space, int limit, Optional<Cursor> from) {
        return staff.cancelled(actor, space, limit, from);
    }

    /**
     * The first free slot: the earliest one in the window that {@link #reserve(Actor, ReservationRequest)} would take
     * in the state of the store that was read, for a holder who may have one more.
     *
     * @param actor who asks; needs {@link BookingPermissions#SEE}
     * @param query what is looked for
     * @return the slot, or empty if there is none in the window; of two that start together, the one of the space that
     *     is named first
     * @throws NotFoundException {@code booking.space.unknown}
     * @throws ForbiddenException if the policy does not grant it
     */
    public Optional<FreeSlot> firstFreeSlot(Actor actor, FreeSlotQuery query) {
        return agendas.firstFree(actor, query);
    }
}
