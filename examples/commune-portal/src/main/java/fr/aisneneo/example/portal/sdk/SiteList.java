package fr.aisneneo.example.portal.sdk;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteEntry;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.util.Comparator;
import java.util.List;

/** The sites in the order in which people choose them: the hub, then the others by name. */
public final class SiteList {
    private SiteList() {}

    /** Every site that an actor may see. */
    public static List<Site> of(Territory territory, Actor actor) {
        return territory.sites(actor).stream()
                .map(SiteEntry::site)
                .sorted(Comparator.comparing((Site site) -> site.kind() != SiteKind.HUB))
                .toList();
    }
}
