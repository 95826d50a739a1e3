package fr.aisneneo.example.portal.account;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Set;

/**
 * Somebody who has signed in, as far as the portal needs to know them.
 *
 * @param party who it is for the SDK
 * @param name what they are called, shown to themselves and to operators only
 * @param roles what they may do
 */
public record Account(PartyId party, String name, Set<Role> roles) {

    /** Copies the roles. */
    public Account {
        roles = Set.copyOf(roles);
    }

    /** Whether this account runs the day of a site. */
    public boolean operator() {
        return roles.contains(Role.OPERATOR);
    }

    /**
     * The account as the one that acts.
     *
     * @param tenant whose data is meant
     * @param request ties the events to the log lines of one request
     */
    public Actor actor(TenantId tenant, String request) {
        return new Actor(party, tenant, roles, request);
    }
}
