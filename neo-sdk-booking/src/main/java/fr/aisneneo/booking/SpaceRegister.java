package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.json.FieldDifferences;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.Territory;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The spaces of the sites. */
final class SpaceRegister {
    /** The most spaces that one site may have. */
    static final int MOST_SPACES = 500;

    private final Neo neo;
    private final Territory territory;

    /** A register in a store. */
    SpaceRegister(Neo neo) {
        this.neo = neo;
        this.territory = Territory.of(neo);
        neo.store().declare(BookingCollections.SPACES);
    }

    /** Adds a space; the same one again changes nothing. */
    Space add(Actor actor, Space space) {
        Contention site = Contention.on(actor.tenant(), "site", space.site().text());
        return neo.store().write(site, tx -> {
            neo.policy().require(actor, BookingPermissions.MANAGE_SPACES);
            Documents<Space> spaces = tx.documents(BookingCollections.SPACES, actor.tenant());
            Optional<Document<Space>> known = spaces.get(space.id().text());
            if (known.isPresent()) {
                return sameOrConflict(known.get().value(), space);
            }
            requireOwn(actor, space.site());
            if (ofSite(tx, actor.tenant(), space.site(), MOST_SPACES).size() == MOST_SPACES) {
                throw new RefusedException(BookingError.SPACES_TOO_MANY, Map.of("limit", MOST_SPACES));
            }
            spaces.insert(space);
            neo.journal().append(actor, BookingEvents.SPACE_ADDED, BookingEvents.aggregate(space.id()), space);
            return space;
        });
    }

    /** A site that another tenant shares can be seen here, but what stands on it is its owner's to say. */
    private void requireOwn(Actor actor, SiteId site) {
        if (!territory.entry(actor, site).owner().equals(actor.tenant())) {
            throw new ForbiddenException(
                    CoreError.ACTOR_FORBIDDEN, Map.of("permission", BookingPermissions.MANAGE_SPACES.name()));
        }
    }

    private Space sameOrConflict(Space known, Space space) {
        if (known.equals(space)) {
            return known;
        }
        String fields = String.join(
                ", ",
                FieldDifferences.between(neo.codec().encode(known), neo.codec().encode(space)));
        throw new ConflictException(CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", space.id(), "fields", fields));
    }

    /** Changes a space. */
    Space change(Actor actor, SpaceId id, UnaryOperator<Space> change) {
        return neo.store().write(contention(actor, id), tx -> {
            neo.policy().require(actor, BookingPermissions.MANAGE_SPACES);
            Documents<Space> spaces = tx.documents(BookingCollections.SPACES, actor.tenant());
            Document<Space> before = spaces.get(id.text()).orElseThrow(() -> unknown(id));
            Space after = change.apply(before.value());
            requireSame(before.value().id(), after.id(), "space.id");
            requireSame(before.value().site(), after.site(), "space.site");
            if (!after.equals(before.value())) {
                spaces.update(after, before.version());
                neo.journal().append(actor, BookingEvents.SPACE_CHANGED, BookingEvents.aggregate(id), after);
            }
            return after;
        });
    }

    private static void requireSame(Object before, Object after, String field) {
        if (!before.equals(after)) {
            throw new InvalidInputException(BookingError.SPACE_IDENTITY, field);
        }
    }

    /** Removes a space that was never booked. */
    void remove(Actor actor, SpaceId id) {
        neo.store().write(contention(actor, id), tx -> {
            neo.policy().require(actor, BookingPermissions.MANAGE_SPACES);
            Documents<Space> spaces = tx.documents(BookingCollections.SPACES, actor.tenant());
            Document<Space> space = spaces.get(id.text()).orElseThrow(() -> unknown(id));
            if (isBooked(tx, actor.tenant(), id)) {
                throw new RefusedException(
                        BookingError.SPACE_IN_USE, Map.of("space", space.value().name()));
            }
            spaces.delete(id.text(), space.version());
            neo.journal().append(actor, BookingEvents.SPACE_REMOVED, BookingEvents.aggregate(id), space.value());
            return true;
        });
    }

    private static boolean isBooked(Transaction tx, TenantId tenant, SpaceId id) {
        Documents<Reservation> reservations = tx.documents(BookingCollections.RESERVATIONS, tenant);
        return Stream.of(BookingCollections.STANDING, BookingCollections.RELEASED)
                .map(index -> Scan.by(index).equalTo(id.text()).limit(1))
                .anyMatch(any -> !reservations.scan(any).documents().isEmpty());
    }

    /** A space. */
    Optional<Space> find(Actor actor, SpaceId id) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, BookingPermissions.SEE);
            return get(tx, actor.tenant(), id);
        });
    }

    /** The spaces of a site. */
    List<Space> ofSite(Actor actor, SiteId site) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, BookingPermissions.SEE);
            return ofSite(tx, actor.tenant(), site, MOST_SPACES);
        });
    }

    static List<Space> ofSite(Transaction tx, TenantId tenant, SiteId site, int limit) {
        Scan<Space> scan =
                Scan.by(BookingCollections.SPACES_BY_SITE).equalTo(site.text()).limit(limit);
        return tx.documents(BookingCollections.SPACES, tenant).scan(scan).values().stream()
                .sorted(Comparator.comparing(Space::kind)) // stable: by name within a kind
                .toList();
    }

    static Optional<Space> get(Transaction tx, TenantId tenant, SpaceId id) {
        return tx.documents(BookingCollections.SPACES, tenant).get(id.text()).map(Document::value);
    }

    static Space require(Transaction tx, TenantId tenant, SpaceId id) {
        return get(tx, tenant, id).orElseThrow(() -> unknown(id));
    }

    static NotFoundException unknown(SpaceId id) {
        return new NotFoundException(BookingError.SPACE_UNKNOWN, Map.of("id", id));
    }

    static Contention contention(Actor actor, SpaceId id) {
        return Contention.on(actor.tenant(), "space", id.text());
    }
}
