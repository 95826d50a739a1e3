package fr.aisneneo.booking;

import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.SiteId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Answers what is free, what is taken, and by whom to those who may know. */
final class AgendaDesk {
    /** The most days of one question. */
    static final int MOST_DAYS = 62;

    private final Neo neo;

    /** A desk in a store. */
    AgendaDesk(Neo neo) {
        this.neo = neo;
    }

    /** Some days of a space. */
    SpaceAgenda agenda(Actor actor, SpaceId space, LocalDate from, int days) {
        requireDays(from, days);
        return read(
                actor,
                BookingPermissions.SEE,
                tx -> agenda(tx, actor.tenant(), SpaceRegister.require(tx, actor.tenant(), space), from, days));
    }

    /** Some days of all spaces of a site. */
    List<SpaceAgenda> agenda(Actor actor, SiteId site, LocalDate from, int days) {
        requireDays(from, days);
        return read(
                actor,
                BookingPermissions.SEE,
                tx -> SpaceRegister.ofSite(tx, actor.tenant(), site, SpaceRegister.MOST_SPACES).stream()
                        .map(space -> agenda(tx, actor.tenant(), space, from, days))
                        .toList());
    }

    private static SpaceAgenda agenda(Transaction tx, TenantId tenant, Space space, LocalDate from, int days) {
        return new SpaceAgenda(space, new AgendaSweep(new Loads(tx, tenant)).days(space, from, days));
    }

    /** Some days of a space as its staff sees them. */
    OperatorAgenda operations(Actor actor, SpaceId space, LocalDate from, int days) {
        requireDays(from, days);
        return read(
                actor,
                BookingPermissions.OPERATE,
                tx -> operations(tx, actor.tenant(), SpaceRegister.require(tx, actor.tenant(), space), from, days));
    }

    /** Some days of all spaces of a site as its staff sees them. */
    List<OperatorAgenda> operations(Actor actor, SiteId site, LocalDate from, int days) {
        requireDays(from, days);
        return read(
                actor,
                BookingPermissions.OPERATE,
                tx -> SpaceRegister.ofSite(tx, actor.tenant(), site, SpaceRegister.MOST_SPACES).stream()
                        .map(space -> operations(tx, actor.tenant(), space, from, days))
                        .toList());
    }

    private static OperatorAgenda operations(Transaction tx, TenantId tenant, Space space, LocalDate from, int days) {
        List<OperatorDay> result = new ArrayList<>(days);
        for (AgendaDay day : agenda(tx, tenant, space, from, days).days()) {
            List<Reservation> reservations = occupying(tx, tenant, space.id(), day.interval());
            result.add(new OperatorDay(day, reservations, occupancy(space, day, reservations)));
        }
        return new OperatorAgenda(space, result);
    }

    private static List<Reservation> occupying(Transaction tx, TenantId tenant, SpaceId space, Interval window) {
        List<Reservation> found = new ArrayList<>();
        for (boolean isLong : new boolean[] {false, true}) {
            Duration back = isLong ? BookingCollections.LONGEST : BookingCollections.SHORT;
            Scan<Reservation> scan = Scan.by(BookingCollections.BY_SPACE)
                    .equalTo(space.text(), isLong)
                    .from(window.start().minus(back))
                    .before(window.end());
            tx.documents(BookingCollections.RESERVATIONS, tenant).forEach(scan, document -> {
                Reservation reservation = document.value();
                if (reservation.status().occupies() && reservation.interval().overlaps(window)) {
                    found.add(reservation);
                }
            });
        }
        found.sort(Comparator.comparing((Reservation reservation) -> reservation.interval())
                .thenComparing(reservation -> reservation.id().text()));
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
                Space space = SpaceRegister.require(tx, actor.tenant(), id);
                Instant toBeat =
                        best == null ? query.window().end() : best.interval().start();
                FreeSlot found = search.first(space, query.window(), toBeat).orElse(null);
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

    private static void requireDays(LocalDate from, int days) {
        if (days < 1 || days > MOST_DAYS) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, "days", Map.of("min", 1, "max", MOST_DAYS));
        }
        if (from.getYear() < 1 || from.getYear() > 9_998) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "from", Map.of("min", "0001-01-01", "max", "9998-12-31"));
        }
    }
}
