package fr.aisneneo.core.actor;

import java.util.Set;

/**
 * Something that may be allowed or not, declared as a constant by the domain that asks for it.
 *
 * @param name stable dotted name, such as {@code booking.reserve}
 * @param roles the roles that {@link Policy#standard()} lets do it
 * @param ownerRoles the roles that it lets do it to what is their own (a reservation they hold)
 */
public record Permission(String name, Set<Role> roles, Set<Role> ownerRoles) {

    /** Copies the sets. */
    public Permission {
        roles = Set.copyOf(roles);
        ownerRoles = Set.copyOf(ownerRoles);
    }

    /**
     * A permission for whole roles.
     *
     * @param name stable dotted name
     * @param roles the roles that may
     * @return the permission
     */
    public static Permission of(String name, Role... roles) {
        return new Permission(name, Set.of(roles), Set.of());
    }

    /**
     * The same permission, and some more roles for what is their own.
     *
     * @param owners the roles that may do it to their own things
     * @return the permission
     */
    public Permission orOwner(Role... owners) {
        return new Permission(name, roles, Set.of(owners));
    }
}
