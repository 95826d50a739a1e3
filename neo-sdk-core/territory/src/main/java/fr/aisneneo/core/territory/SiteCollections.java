package fr.aisneneo.core.territory;

import fr.aisneneo.core.internal.text.NameKey;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;

/** Where the sites of each tenant are kept. */
final class SiteCollections {
    /** In the order in which people look for a name. */
    static final Index<Site> BY_NAME = Index.<Site>named("by_name")
            .string("name", SiteCollections::nameKey)
            .build();

    static final DocumentCollection<Site> SITES = DocumentCollection.json(
                    "site", Site.class, site -> site.id().text())
            .index(BY_NAME)
            .build();

    private SiteCollections() {}

    static String nameKey(Site site) {
        return NameKey.of(site.name());
    }
}
