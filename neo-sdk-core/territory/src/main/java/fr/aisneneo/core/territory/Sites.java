package fr.aisneneo.core.territory;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.json.FieldDifferences;
import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.sharing.Audience;
import fr.aisneneo.core.sharing.Share;
import fr.aisneneo.core.sharing.Sharing;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The sites of the tenants, and what they share of them. */
final class Sites {
    private static final String KIND = "site";

    private final Neo neo;
    private final Sharing sharing;

    Sites(Neo neo) {
        this.neo = neo;
        this.sharing = Sharing.of(neo);
    }

    Site add(Actor actor, Site site) {
        return neo.store().write(Contention.on(actor.tenant(), "territory", "sites"), tx -> {
            neo.policy().require(actor, TerritoryPermissions.MANAGE_SITES);
            Optional<Document<Site>> known = own(tx, actor).get(site.id().text());
            return known.isPresent() ? sameOrConflict(known.get().value(), site) : insert(tx, actor, site);
        });
    }

    private Site sameOrConflict(Site known, Site site) {
        if (known.equals(site)) {
            return known;
        }
        String fields = String.join(
                ", ",
                FieldDifferences.between(neo.codec().encode(known), neo.codec().encode(site)));
        throw new ConflictException(CoreError.COMMAND_REPEATED_DIFFERENTLY, Map.of("id", site.id(), "fields", fields));
    }

    private Site insert(Transaction tx, Actor actor, Site site) {
        Documents<Site> sites = own(tx, actor);
        requireCommune(tx, site);
        if (sites.scan(Scan.<Site>byId().limit(Territory.MOST_SITES))
                        .documents()
                        .size()
                >= Territory.MOST_SITES) {
            throw new RefusedException(TerritoryError.SITES_TOO_MANY, Map.of("limit", Territory.MOST_SITES));
        }
        sites.insert(site);
        neo.journal().append(actor, TerritoryEvents.SITE_ADDED, thing(site.id()), site);
        return site;
    }

    /** Where no reference data was registered at all, nothing can be unknown: a code of the right form is believed. */
    private void requireCommune(Transaction tx, Site site) {
        Documents<Commune> communes = tx.documents(CommuneCollections.CURRENT, TenantId.SHARED);
        Commune commune =
                communes.get(site.commune().value()).map(Document::value).orElse(null);
        if (commune == null) {
            if (communes.scan(Scan.<Commune>byId().limit(1)).documents().isEmpty()) {
                return;
            }
            throw new InvalidInputException(
                    TerritoryError.COMMUNE_UNKNOWN, "site.commune", Map.of("code", site.commune()));
        }
        LocalDate through = commune.validity().through();
        LocalDate today = neo.clock().instant().atZone(site.zone()).toLocalDate();
        if (through != null && today.isAfter(through)) {
            throw new InvalidInputException(
                    TerritoryError.COMMUNE_ENDED, "site.commune", Map.of("code", site.commune(), "through", through));
        }
    }

    Site change(Actor actor, SiteId id, EventType<Site> event, UnaryOperator<Site> change) {
        return neo.store().write(Contention.on(actor.tenant(), KIND, id.text()), tx -> {
            neo.policy().require(actor, TerritoryPermissions.MANAGE_SITES);
            Document<Site> known = own(tx, actor).get(id.text()).orElseThrow(() -> notFound(id));
            Site changed = change.apply(known.value());
            if (!changed.id().equals(id)) {
                throw new InvalidInputException(CoreError.INPUT_MALFORMED, "site.id", Map.of("expected", id));
            }
            if (changed.equals(known.value())) {
                return changed;
            }
            if (!changed.commune().equals(known.value().commune())) {
                requireCommune(tx, changed);
            }
            own(tx, actor).update(changed, known.version());
            neo.journal().append(actor, event, thing(id), changed);
            return changed;
        });
    }

    Share share(Actor actor, SiteId id, Audience audience, Access access) {
        return neo.store().write(Contention.on(actor.tenant(), KIND, id.text()), tx -> {
            neo.policy().require(actor, Sharing.MANAGE);
            if (own(tx, actor).get(id.text()).isEmpty()) {
                throw notFound(id);
            }
            return sharing.share(actor, thing(id), audience, access);
        });
    }

    boolean unshare(Actor actor, SiteId id, Audience audience) {
        return sharing.revoke(actor, thing(id), audience);
    }

    SiteEntry entry(Actor actor, SiteId id) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, TerritoryPermissions.READ_SITES);
            return own(tx, actor)
                    .get(id.text())
                    .map(found -> new SiteEntry(actor.tenant(), Access.USE, found.value()))
                    .or(() -> sharing.granted(actor, TerritoryPermissions.READ_SITES, thing(id)).stream()
                            .flatMap(share -> shared(tx, share).stream())
                            .findFirst())
                    .orElseThrow(() -> notFound(id));
        });
    }

    Optional<Site> find(TenantId owner, SiteId id) {
        return neo.store()
                .read(tx -> tx.documents(SiteCollections.SITES, owner)
                        .get(id.text())
                        .map(Document::value));
    }

    List<SiteEntry> list(Actor actor) {
        Instant now = neo.clock().instant();
        return neo.store().read(tx -> {
            neo.policy().require(actor, TerritoryPermissions.READ_SITES);
            List<SiteEntry> entries = new ArrayList<>();
            own(tx, actor)
                    .forEach(
                            Scan.by(SiteCollections.BY_NAME),
                            found -> entries.add(new SiteEntry(actor.tenant(), Access.USE, found.value())));
            sharing.granted(actor, TerritoryPermissions.READ_SITES, KIND).stream()
                    .flatMap(share -> shared(tx, share).stream())
                    .sorted(Comparator.comparing((SiteEntry entry) -> SiteCollections.nameKey(entry.site()))
                            .thenComparing(entry -> entry.site().id().text()))
                    .forEach(entries::add);
            entries.removeIf(entry -> !entry.site().isThereAt(now));
            return List.copyOf(entries);
        });
    }

    private static Optional<SiteEntry> shared(Transaction tx, Share share) {
        return tx.documents(SiteCollections.SITES, share.owner())
                .get(share.thing().id())
                .map(found -> new SiteEntry(share.owner(), share.access(), found.value()));
    }

    private static Documents<Site> own(Transaction tx, Actor actor) {
        return tx.documents(SiteCollections.SITES, actor.tenant());
    }

    private static Aggregate thing(SiteId id) {
        return Aggregate.of(KIND, id);
    }

    /** The same whether there is none or it is not shared. */
    private static NotFoundException notFound(SiteId id) {
        return new NotFoundException(TerritoryError.SITE_NOT_FOUND, Map.of("id", id));
    }
}
