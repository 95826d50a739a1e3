package fr.aisneneo.core.directory;

import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;

/**
 * What may be allowed in the directory, and whom the {@linkplain fr.aisneneo.core.actor.Policy#standard() standard}
 * lets.
 *
 * <p>Immutable and thread-safe.
 */
public final class PartyPermissions {
    /** Registering a party; oneself, or anybody for staff. */
    public static final Permission REGISTER =
            Permission.of("party.register", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Seeing a party and its profiles, without personal data. */
    public static final Permission READ =
            Permission.of("party.read", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Giving and ending profiles; never one's own as a member, since tariffs follow from them. */
    public static final Permission MANAGE_PROFILES =
            Permission.of("party.profile.manage", Role.OPERATOR, Role.ADMINISTRATOR);

    /** Seeing personal data: one's own, or anybody's for operators. */
    public static final Permission READ_PERSONAL =
            Permission.of("party.personal.read", Role.OPERATOR).orOwner(Role.MEMBER, Role.ADMINISTRATOR);

    /** Entering and changing personal data: one's own, or anybody's for operators. */
    public static final Permission CHANGE_PERSONAL =
            Permission.of("party.personal.change", Role.OPERATOR).orOwner(Role.MEMBER, Role.ADMINISTRATOR);

    /** Erasing personal data: one's own, or anybody's for staff on request (GDPR, article 17). */
    public static final Permission ERASE =
            Permission.of("party.erase", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    private PartyPermissions() {}
}
