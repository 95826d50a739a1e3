package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.SiteId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Answers those who run a site: who has what, how well it is used, and what was given back. */
final class StaffDesk {
    private static final Comparator<Reservation> BY_START = Comparator.comparing(Reservation::interval)
            .thenComparing(reservation -> reservation.id().text());

    private final Neo neo;
    private final Venues venues;

    /** A desk in a store. */
    StaffDesk(Neo neo) {
        this.neo = neo;
        this.venues = new Venues(neo);
    }

    /** Some days of a space. */
    OperatorAgenda operations(Actor actor, SpaceId space, DaySpan span) {
        return read(actor, tx -> operations(tx, actor.tenant(), venues.require(tx, actor.tenant(), space), span));
    }

    /** Some days of all spaces of a site. */
    List<OperatorAgenda> operations(Actor actor, SiteId site, DaySpan span) {
        return read(
                actor,
                tx -> span.of(venues.ofSite(tx, actor.tenant(), site)).stream()
                        .map(venue -> operations(tx, actor.tenant(), venue, span))
                        .toList());
    }

    private static OperatorAgenda operations(Transaction tx, TenantId tenant, Venue venue, DaySpan span) {
        Space space = venue.space();
        List<AgendaDay> days = AgendaDesk.agenda(tx, tenant, venue, span).days();
        if (days.isEmpty()) {
            return new OperatorAgenda(space, List.of());
        }
        Interval whole = new Interval(
                days.get(0).interval().start(),
                days.get(days.size() - 1).interval().end());
        List<Reservation> standing = standing(tx, tenant, space.id(), whole);
        List<OperatorDay> result = new ArrayList<>(days.size());
        for (AgendaDay day : days) {
            List<Reservation> reservations = standing.stream()
                    .filter(reservation -> reservation.interval().overlaps(day.interval()))
                    .toList();
            result.add(new OperatorDay(day, reservations, occupancy(space, day, reservations)));
        }
        return new OperatorAgenda(space, result);
    }

    /** What overlaps a window, by start: looking back a day for the short ones, a month for the few long ones. */
    private static List<Reservation> standing(Transaction tx, TenantId tenant, SpaceId space, Interval window) {
        List<Reservation> found = new ArrayList<>();
        for (boolean isLong : new boolean[] {false, true}) {
            Duration back = isLong ? BookingCollections.LONGEST : BookingCollections.SHORT;
            Scan<Reservation> scan = Scan.by(BookingCollections.STANDING)
                    .equalTo(space.text(), isLong)
                    .from(window.start().minus(back))
                    .before(window.end())
                    .limit(StorageLimits.SCAN_HITS);
            tx.documents(BookingCollections.RESERVATIONS, tenant).forEach(scan, document -> {
                if (document.value().interval().overlaps(window)) {
                    found.add(document.value());
                }
            });
        }
        found.sort(BY_START);
        return found;
    }

    private static Occupancy occupancy(Space space, AgendaDay day, List<Reservation> reservations) {
        List<Interval> opened = new ArrayList<>();
        for (AgendaSegment segment : day.segments()) {
            if (segment.state() != AgendaSegment.State.CLOSED) {
                opened.add(segment.interval());
            }
        }
        IntervalSet open = IntervalSet.of(opened);
        long used = 0;
        for (Reservation reservation : reservations) {
            used += open.within(reservation.interval()).duration().toMinutes() * reservation.quantity();
        }
        return new Occupancy(used, open.duration().toMinutes() * space.capacity());
    }

    /** What was given back, the latest slot first. */
    Page<Reservation> cancelled(Actor actor, SpaceId space, int limit, Optional<Cursor> from) {
        Scan<Reservation> scan = Scan.by(BookingCollections.RELEASED)
                .equalTo(space.text())
                .descending()
                .limit(limit)
                .resume(from);
        return read(actor, tx -> {
            SpaceRegister.require(tx, actor.tenant(), space);
            return tx.documents(BookingCollections.RESERVATIONS, actor.tenant()).scan(scan);
        });
    }

    private <R> R read(Actor actor, Function<Transaction, R> question) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, BookingPermissions.OPERATE);
            return question.apply(tx);
        });
    }
}
