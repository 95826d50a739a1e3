package fr.aisneneo.core.territory;

import fr.aisneneo.core.sharing.Access;
import fr.aisneneo.core.tenant.TenantId;

/**
 * A site that an actor may see, and on what terms.
 *
 * @param owner the tenant whose site it is
 * @param access what the actor's tenant may do with it; {@link Access#USE} for its own
 * @param site the site
 */
public record SiteEntry(TenantId owner, Access access, Site site) {}
