package fr.aisneneo.example.portal.account;

import fr.aisneneo.booking.BookingPermissions;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.territory.TerritoryPermissions;
import java.util.Set;

/**
 * People who have not signed in: they see sites, spaces and what is free, and change nothing. An example of a policy of
 * one's own on top of the SDK's.
 */
public final class Visitors {
    /** What somebody is who has not signed in. */
    public static final Role ROLE = new Role("visitor");

    static final PartyId PARTY = PartyId.parse("01930000-0000-7000-8000-000000000000");

    private static final Set<Permission> MAY = Set.of(BookingPermissions.SEE, TerritoryPermissions.READ_SITES);

    private Visitors() {}

    /** The SDK's standard policy, and visitors may look. */
    public static Policy policy() {
        Policy standard = Policy.standard();
        return (actor, permission, owner) ->
                standard.grants(actor, permission, owner) || (actor.roles().contains(ROLE) && MAY.contains(permission));
    }
}
