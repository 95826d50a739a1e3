package fr.aisneneo.booking;

import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.SiteId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers what is free, what is taken, and to each what is theirs. */
final class AgendaDesk {
    private final Neo neo;
    private final Venues venues;

    /** A desk in a store. */
    AgendaDesk(Neo neo) {
        this.neo = neo;
        this.venues = new Venues(neo);
    }

    /** Some days of a space. */
    SpaceAgenda agenda(Actor actor, SpaceId space, DaySpan span) {
        return read(
                actor,
                BookingPermissions.SEE,
                tx -> agenda(tx, actor.tenant(), venues.require(tx, actor.tenant(), space), span));
    }

    /** Some days of all spaces of a site. */
    List<SpaceAgenda> agenda(Actor actor, SiteId site, DaySpan span) {
        return read(
                actor,
                BookingPermissions.SEE,
                tx -> span.of(venues.ofSite(tx, actor.tenant(), site)).stream()
                        .map(venue -> agenda(tx, actor.tenant(), venue, span))
                        .toList());
    }

    static SpaceAgenda agenda(Transaction tx, TenantId tenant, Venue venue, DaySpan span) {
        return new SpaceAgenda(venue.space(), new AgendaSweep(new Loads(tx, tenant)).days(venue, span));
    }

    /** The first free slot of several spaces. */
    Optional<FreeSlot> firstFree(Actor actor, FreeSlotQuery query) {
        return read(actor, BookingPermissions.SEE, tx -> {
            SlotSearch search = new SlotSearch(
                    new Loads(tx, actor.tenant()),
                    query.duration(),
                    query.quantity(),
                    neo.clock().instant());
            FreeSlot best = null;
            for (SpaceId id : query.spaces()) {
                Venue venue = venues.require(tx, actor.tenant(), id);
                Instant toBeat =
                        best == null ? query.window().end() : best.interval().start();
                FreeSlot found = search.first(venue, query.window(), toBeat).orElse(null);
                if (found != null && found.interval().start().isBefore(toBeat)) {
                    best = found;
                }
            }
            return Optional.ofNullable(best);
        });
    }

    /** The actor's own reservations. */
    Page<Reservation> mine(Actor actor, MyReservations which, int limit, Optional<Cursor> from) {
        Instant now = neo.clock().instant();
        Scan<Reservation> own = Scan.by(BookingCollections.BY_HOLDER)
                .equalTo(actor.party().text())
                .limit(limit)
                .resume(from);
        Scan<Reservation> scan =
                which == MyReservations.TO_COME ? own.after(now) : own.upTo(now).descending();
        return neo.store().read(tx -> {
            neo.policy().require(actor, BookingPermissions.READ_RESERVATION, actor.party());
            return tx.documents(BookingCollections.RESERVATIONS, actor.tenant()).scan(scan);
        });
    }

    private <R> R read(Actor actor, Permission permission, Function<Transaction, R> question) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, permission);
            return question.apply(tx);
        });
    }
}
