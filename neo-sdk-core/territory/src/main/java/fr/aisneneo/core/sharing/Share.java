package fr.aisneneo.core.sharing;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Instant;

/**
 * A thing of one tenant's that others may see or use.
 *
 * @param id its identifier
 * @param owner the tenant whose thing it is
 * @param thing what is shared
 * @param audience with whom
 * @param access what they may do with it
 * @param since when it was shared, or the access last changed
 */
public record Share(ShareId id, TenantId owner, Aggregate thing, Audience audience, Access access, Instant since) {

    Share with(Access other, Instant at) {
        return new Share(id, owner, thing, audience, other, at);
    }
}
