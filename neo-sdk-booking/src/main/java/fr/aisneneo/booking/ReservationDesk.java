package fr.aisneneo.booking;

import fr.aisneneo.booking.ReservationLifeCycle.Command;
import fr.aisneneo.booking.ReservationLifeCycle.Guard;
import fr.aisneneo.booking.ReservationLifeCycle.Transition;
import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.FieldDifferences;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Reserves and cancels. Every write of a space's load queues for that space, so that no two can take the same place.
 */
final class ReservationDesk {
    private static final Duration HINT_AHEAD = Duration.ofDays(7);

    private final Neo neo;
    private final Venues venues;
    private final Holders holders;
    private final Quota quota;

    /** A desk in a store. */
    ReservationDesk(Neo neo) {
        this.neo = neo;
        this.venues = new Venues(neo);
        this.holders = new Holders(neo);
        this.quota = new Quota(neo);
        neo.store().declare(BookingCollections.RESERVATIONS, Loads.DAYS);
    }

    /** What came of a request. */
    private sealed interface Outcome {
        /** It is reserved, now or by an earlier request. */
        record Placed(Reservation reservation) implements Outcome {}

        /** Too few places are left. */
        record Full(Venue venue, Interval interval, int remaining) implements Outcome {}
    }

    /** Reserves, once for each id. */
    Reservation reserve(Actor actor, ReservationRequest request) {
        Outcome outcome =
                neo.store().write(SpaceRegister.contention(actor, request.space()), tx -> place(tx, actor, request));
        if (outcome instanceof Outcome.Placed placed) {
            return placed.reservation();
        }
        throw taken(actor, request, (Outcome.Full) outcome);
    }

    /**
     * Looks for an earlier request of the same id only where this one does not get through: that is rare, and who reads
     * an id that is not there yet is, for some engines, in the way of all others that are about to be.
     */
    private Outcome place(Transaction tx, Actor actor, ReservationRequest request) {
        neo.policy().require(actor, BookingPermissions.RESERVE, request.holder());
        Outcome outcome;
        try {
            outcome = placeNew(tx, actor, request);
        } catch (ConflictException | InvalidInputException | NotFoundException | RefusedException e) {
            return new Outcome.Placed(first(tx, actor, request).orElseThrow(() -> e));
        }
        if (outcome instanceof Outcome.Placed placed) {
            occupy(tx, actor, placed.reservation());
            return outcome;
        }
        return first(tx, actor, request).<Outcome>map(Outcome.Placed::new).orElse(outcome);
    }

    private void occupy(Transaction tx, Actor actor, Reservation reservation) {
        new Loads(tx, actor.tenant()).add(reservation.space().value(), reservation.occupied(), reservation.quantity());
        neo.journal()
                .append(
                        actor,
                        BookingEvents.RESERVATION_CONFIRMED,
                        BookingEvents.aggregate(reservation.id()),
                        reservation);
    }

    private Optional<Reservation> first(Transaction tx, Actor actor, ReservationRequest request) {
        return tx.documents(BookingCollections.RESERVATIONS, actor.tenant())
                .get(request.id().text())
                .map(known -> sameOrConflict(actor, known.value(), request));
    }

    /** Checks everything, and inserts the reservation if it may be. */
    private Outcome placeNew(Transaction tx, Actor actor, ReservationRequest request) {
        Venue venue = venues.require(tx, actor.tenant(), request.space());
        Space space = venue.space();
        holders.require(actor, request.holder());
        Instant now = neo.clock().instant();
        Interval interval = SlotRules.check(venue, request.slot(), request.quantity(), now);
        quota.require(tx, actor, request.holder(), space, now);
        Interval occupied =
                interval.widenedBy(space.rules().before(), space.rules().after());
        int peak = new Loads(tx, actor.tenant()).peak(space.id().value(), occupied);
        if (peak + request.quantity() > space.capacity()) {
            return new Outcome.Full(venue, interval, Math.max(0, space.capacity() - peak));
        }
        Reservation reservation = new Reservation(
                request.id(),
                space.id(),
                space.site(),
                request.holder(),
                actor.party(),
                request.slot(),
                interval,
                occupied,
                request.quantity(),
                ReservationLifeCycle.INITIAL,
                now,
                null);
        // First of the writes: where the id is taken, nothing else has been written yet.
        tx.documents(BookingCollections.RESERVATIONS, actor.tenant()).insert(reservation);
        return new Outcome.Placed(reservation);
    }

    /** Somebody else's reservation is not compared: the answer would tell what is in it. */
    private Reservation sameOrConflict(Actor actor, Reservation first, ReservationRequest request) {
        boolean known = first.bookedBy().equals(actor.party())
                || neo.policy().grants(actor, BookingPermissions.READ_RESERVATION, first.holder());
        String fields = known ? differences(first.request(), request) : "actor";
        if (fields.isEmpty()) {
            return first;
        }
        throw new ConflictException(
                CoreError.COMMAND_REPEATED_DIFFERENTLY,
                Map.of("id", request.id().text(), "fields", fields));
    }

    private String differences(ReservationRequest first, ReservationRequest second) {
        Codec codec = neo.codec();
        return first.equals(second)
                ? ""
                : String.join(", ", FieldDifferences.between(codec.encode(first), codec.encode(second)));
    }

    private ConflictException taken(Actor actor, ReservationRequest request, Outcome.Full full) {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("start", request.slot().start());
        facts.put("remaining", full.remaining());
        facts.put("quantity", request.quantity());
        nextFree(actor, request, full)
                .ifPresent(slot -> facts.put("next", slot.slot().start()));
        return new ConflictException(BookingError.SLOT_TAKEN, facts);
    }

    /**
     * A hint, not a promise, for those who may see what is free. Looked for outside the write, where it keeps nobody
     * waiting; so not at all within a larger transaction, which holds on to every day that it reads.
     */
    private Optional<FreeSlot> nextFree(Actor actor, ReservationRequest request, Outcome.Full full) {
        Interval window =
                Interval.of(full.interval().start(), full.interval().duration().plus(HINT_AHEAD));
        return neo.store().read(tx -> {
            if (tx.writable() || !neo.policy().grants(actor, BookingPermissions.SEE, null)) {
                return Optional.empty();
            }
            return new SlotSearch(
                            new Loads(tx, actor.tenant()),
                            full.interval().duration(),
                            request.quantity(),
                            neo.clock().instant())
                    .first(full.venue(), window);
        });
    }

    /** Cancels; again changes nothing. */
    Reservation cancel(Actor actor, ReservationId id) {
        // The space never changes, so it may be read before the write that queues for it.
        Reservation known = find(actor, id).orElseThrow(() -> unknown(id));
        return neo.store()
                .write(SpaceRegister.contention(actor, known.space()), tx -> apply(tx, actor, id, Command.CANCEL));
    }

    private Reservation apply(Transaction tx, Actor actor, ReservationId id, Command command) {
        Documents<Reservation> reservations = tx.documents(BookingCollections.RESERVATIONS, actor.tenant());
        Document<Reservation> found = reservations.get(id.text()).orElseThrow(() -> unknown(id));
        Reservation before = found.value();
        if (command == Command.CANCEL && before.status() == ReservationStatus.CANCELLED) {
            neo.policy().require(actor, BookingPermissions.CANCEL, before.holder());
            return before;
        }
        Transition transition = ReservationLifeCycle.find(before.status(), command)
                .orElseThrow(() -> new RefusedException(
                        BookingError.RESERVATION_STATE, Map.of("status", before.status(), "command", command)));
        neo.policy().require(actor, transition.permission(), before.holder());
        Instant now = neo.clock().instant();
        requireGuard(transition.guard(), before, now);
        Reservation after = before.moved(transition.to(), now);
        if (before.status().occupies() && !after.status().occupies()) {
            new Loads(tx, actor.tenant()).add(before.space().value(), before.occupied(), -before.quantity());
        }
        reservations.update(after, found.version());
        neo.journal().append(actor, BookingEvents.RESERVATION_CANCELLED, BookingEvents.aggregate(id), after);
        return after;
    }

    private static void requireGuard(Guard guard, Reservation reservation, Instant now) {
        if (guard == Guard.NOT_STARTED && !now.isBefore(reservation.interval().start())) {
            throw new RefusedException(
                    BookingError.RESERVATION_STARTED,
                    Map.of("start", reservation.slot().start()));
        }
    }

    /** A reservation that the actor may read. */
    Optional<Reservation> find(Actor actor, ReservationId id) {
        return neo.store()
                .read(tx -> tx.documents(BookingCollections.RESERVATIONS, actor.tenant())
                        .get(id.text())
                        .map(Document::value)
                        .filter(found ->
                                neo.policy().grants(actor, BookingPermissions.READ_RESERVATION, found.holder())));
    }

    static NotFoundException unknown(ReservationId id) {
        return new NotFoundException(BookingError.RESERVATION_UNKNOWN, Map.of("id", id));
    }
}
