package fr.aisneneo.example.portal.sdk;

import fr.aisneneo.core.territory.Commune;
import fr.aisneneo.core.territory.Epci;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The sites for the people of a commune: the one that is there, otherwise those of the same group of communes, of the
 * same arrondissement, and at last the hub. There are no coordinates in the Code officiel géographique, so this is the
 * nearest by administration and not by road.
 *
 * @param sites which sites, in the order of the others
 * @param closeness how they were chosen
 */
public record SitesOfCommune(List<Site> sites, Closeness closeness) {

    /** How close a site is. */
    public enum Closeness {
        /** In the commune itself. */
        COMMUNE,
        /** In the same group of communes. */
        EPCI,
        /** In the same arrondissement. */
        ARRONDISSEMENT,
        /** In the department. */
        HUB
    }

    /**
     * Finds them.
     *
     * @param commune where the people live
     * @param sites every site
     * @param territory knows the communes of the sites
     */
    public static SitesOfCommune of(Commune commune, List<Site> sites, Territory territory) {
        return matching(sites, site -> site.commune().equals(commune.code()), Closeness.COMMUNE)
                .or(() -> matching(sites, site -> sameEpci(commune, place(site, territory)), Closeness.EPCI))
                .or(() -> matching(
                        sites,
                        site -> place(site, territory)
                                .filter(other -> commune.arrondissement() != null
                                        && commune.arrondissement().equals(other.arrondissement()))
                                .isPresent(),
                        Closeness.ARRONDISSEMENT))
                .or(() -> matching(sites, site -> site.kind() == SiteKind.HUB, Closeness.HUB))
                .orElse(new SitesOfCommune(sites, Closeness.HUB));
    }

    private static Optional<SitesOfCommune> matching(List<Site> sites, Predicate<Site> close, Closeness closeness) {
        List<Site> found = sites.stream().filter(close).toList();
        return found.isEmpty() ? Optional.empty() : Optional.of(new SitesOfCommune(found, closeness));
    }

    private static Optional<Commune> place(Site site, Territory territory) {
        return territory.commune(site.commune());
    }

    private static boolean sameEpci(Commune commune, Optional<Commune> other) {
        Epci epci = commune.epci();
        return epci != null
                && other.map(Commune::epci)
                        .filter(its -> its.siren().equals(epci.siren()))
                        .isPresent();
    }
}
