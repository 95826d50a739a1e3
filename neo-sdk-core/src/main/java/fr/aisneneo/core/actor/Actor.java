package fr.aisneneo.core.actor;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.text.PlainLine;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting: a party, in a tenant, with roles. The first parameter of every command.
 *
 * <p>The SDK signs nobody in: the embedder has done so and says here who it was. An actor without roles may do nothing.
 *
 * @param party the party that acts
 * @param tenant the tenant whose data is meant; nothing outside it can be reached
 * @param roles the roles of the party in that tenant
 * @param correlation an id of the embedder's that ties events and logs to one request, without personal data, if any;
 *     one visible line of up to {@value #LONGEST_CORRELATION} characters, since every event keeps it
 */
public record Actor(
        PartyId party,
        TenantId tenant,
        Set<Role> roles,
        @Nullable String correlation) {
    /** The longest correlation id, in characters. */
    public static final int LONGEST_CORRELATION = 200;

    /**
     * Copies the roles and checks the correlation id.
     *
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.too_large} or {@code input.malformed} for the
     *     field {@code actor.correlation}
     */
    public Actor {
        roles = Set.copyOf(roles);
        correlation = PlainLine.optional(correlation, "actor.correlation", LONGEST_CORRELATION);
    }

    /**
     * An actor without a correlation id.
     *
     * @param party the party that acts
     * @param tenant the tenant whose data is meant
     * @param roles the roles of the party in that tenant
     * @return the actor
     */
    public static Actor of(PartyId party, TenantId tenant, Role... roles) {
        return new Actor(party, tenant, Set.of(roles), null);
    }

    /**
     * The same actor within one request of the embedder's.
     *
     * @param id the correlation id
     * @return the actor with it
     * @throws fr.aisneneo.core.error.InvalidInputException {@code input.too_large} or {@code input.malformed}
     */
    public Actor correlated(String id) {
        return new Actor(party, tenant, roles, id);
    }
}
