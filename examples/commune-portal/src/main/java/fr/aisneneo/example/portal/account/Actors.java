package fr.aisneneo.example.portal.account;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Optional;

/**
 * Who acts, for the SDK: everything that the portal does happens in one tenant.
 *
 * @param tenant whose data it is
 */
public record Actors(TenantId tenant) {

    /**
     * Whoever is there: the account that is signed in, or a visitor.
     *
     * @param account the account, if somebody is signed in
     * @param request the reference of the request
     */
    public Actor of(Optional<Account> account, String request) {
        return account.map(known -> known.actor(tenant, request))
                .orElseGet(() -> Actor.of(Visitors.PARTY, tenant, Visitors.ROLE).correlated(request));
    }
}
