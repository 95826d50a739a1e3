package fr.aisneneo.example.portal.api;

import fr.aisneneo.core.territory.Site;
import java.util.List;

/**
 * A site.
 *
 * @param id its identifier
 * @param name its name
 * @param kind what it is
 * @param commune the INSEE code of its commune
 * @param zone the zone of its clock
 */
public record SiteJson(String id, String name, String kind, String commune, String zone) {

    /**
     * Several sites.
     *
     * @param items the sites
     */
    public record All(List<SiteJson> items) {}

    static SiteJson of(Site site) {
        return new SiteJson(
                site.id().text(),
                site.name(),
                site.kind().name(),
                site.commune().value(),
                site.zone().getId());
    }
}
