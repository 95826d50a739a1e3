package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.core.territory.TerritoryError;
import java.util.List;
import java.util.Map;

/** Finds spaces with their sites, in the transaction that is open. */
final class Venues {
    private final Territory territory;

    Venues(Neo neo) {
        this.territory = Territory.of(neo);
    }

    /** A space that is there. */
    Venue require(Transaction tx, TenantId tenant, SpaceId id) {
        Space space = SpaceRegister.require(tx, tenant, id);
        return new Venue(space, site(tenant, space.site()));
    }

    /** All spaces of a site. */
    List<Venue> ofSite(Transaction tx, TenantId tenant, SiteId id) {
        List<Space> spaces = SpaceRegister.ofSite(tx, tenant, id, SpaceRegister.MOST_SPACES);
        if (spaces.isEmpty()) {
            return List.of();
        }
        Site site = site(tenant, id);
        return spaces.stream().map(space -> new Venue(space, site)).toList();
    }

    private Site site(TenantId tenant, SiteId id) {
        return territory
                .siteOf(tenant, id)
                .orElseThrow(() -> new NotFoundException(TerritoryError.SITE_NOT_FOUND, Map.of("id", id)));
    }
}
