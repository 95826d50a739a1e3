package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;

/**
 * What may be allowed in the ledger, and whom the {@linkplain fr.aisneneo.core.actor.Policy#standard() standard} lets.
 *
 * <p>Immutable and thread-safe.
 */
public final class LedgerPermissions {
    /** Opening accounts, changing their limits, closing them. */
    public static final Permission MANAGE = Permission.of("ledger.manage", Role.ADMINISTRATOR);

    /** Seeing an account, its balance and its transfers: one's own, or anybody's for staff. */
    public static final Permission READ =
            Permission.of("ledger.read", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Paying from an account, setting aside on it, giving back what it was paid: one's own, or any for staff. */
    public static final Permission PAY =
            Permission.of("ledger.pay", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Posting or voiding what was set aside for an account: for one's own, or any for staff. */
    public static final Permission SETTLE =
            Permission.of("ledger.settle", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    private LedgerPermissions() {}
}
