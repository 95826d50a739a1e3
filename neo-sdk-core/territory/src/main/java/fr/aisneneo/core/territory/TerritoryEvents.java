package fr.aisneneo.core.territory;

import fr.aisneneo.core.event.EventType;

/**
 * What the territory writes into the journal, in the transaction of the change.
 *
 * <p>Immutable and thread-safe.
 */
public final class TerritoryEvents {
    /** An import changed communes; in the journal of the tenant {@code shared}. */
    public static final EventType<CommunesImported> COMMUNES_IMPORTED =
            new EventType<>("territory.communes.imported", CommunesImported.class);

    /** A commune was changed by hand; in the journal of the tenant {@code shared}. */
    public static final EventType<Commune> COMMUNE_CHANGED =
            new EventType<>("territory.commune.changed", Commune.class);

    /** A site was added. */
    public static final EventType<Site> SITE_ADDED = new EventType<>("territory.site.added", Site.class);

    /** A site was changed; the payload is what it is now. */
    public static final EventType<Site> SITE_CHANGED = new EventType<>("territory.site.changed", Site.class);

    /** A site was given a last day; the payload is what it is now. */
    public static final EventType<Site> SITE_CLOSED = new EventType<>("territory.site.closed", Site.class);

    private TerritoryEvents() {}
}
