package fr.aisneneo.core.territory;

import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;

/**
 * What may be allowed in the territory, and whom the {@linkplain fr.aisneneo.core.actor.Policy#standard() standard}
 * lets. Seeing communes is free to all.
 *
 * <p>Immutable and thread-safe.
 */
public final class TerritoryPermissions {
    /** Changing communes, as an actor of the tenant {@code shared}. */
    public static final Permission CHANGE_COMMUNES = Permission.of("territory.commune.change", Role.ADMINISTRATOR);

    /** Adding, changing and closing sites. */
    public static final Permission MANAGE_SITES = Permission.of("territory.site.manage", Role.ADMINISTRATOR);

    /** Seeing the sites of the tenant and those shared with it. */
    public static final Permission READ_SITES =
            Permission.of("territory.site.read", Role.MEMBER, Role.OPERATOR, Role.ADMINISTRATOR);

    private TerritoryPermissions() {}
}
