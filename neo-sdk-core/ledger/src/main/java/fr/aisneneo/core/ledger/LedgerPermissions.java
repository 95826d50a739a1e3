package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;

/**
 * What may be allowed in the ledger, and whom the {@linkplain fr.aisneneo.core.actor.Policy#standard() standard} lets.
 *
 * <p>Immutable and thread-safe.
 */
public final class LedgerPermissions {
    /** Opening accounts, changing their limits, closing them, which posting or voiding what closes one is a part of. */
    public static final Permission MANAGE = Permission.of("ledger.manage", Role.ADMINISTRATOR);

    /** Seeing an account, its balance and its transfers: one's own, or anybody's for staff. */
    public static final Permission READ =
            Permission.of("ledger.read", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /**
     * Paying from somebody's account, setting aside on it, giving back what it was paid: one's own, or anybody's for
     * staff. For accounts without an owner there is {@link #HOUSE}.
     */
    public static final Permission PAY =
            Permission.of("ledger.pay", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /** Paying from accounts without an owner, setting aside on them, giving back what they were paid. */
    public static final Permission HOUSE = Permission.of("ledger.house", Role.ADMINISTRATOR);

    /**
     * Standing at the exchange desk: debiting the account that a backed currency is issued from, and moving what is in
     * its reserve from or to accounts without an owner. It takes the place of {@link #HOUSE} there, and comes on top of
     * {@link #PAY} where somebody's account is debited.
     */
    public static final Permission EXCHANGE = Permission.of("ledger.exchange", Role.OPERATOR, Role.ADMINISTRATOR);

    /** Posting or voiding what was set aside for an account: for one's own, or any for staff. */
    public static final Permission SETTLE =
            Permission.of("ledger.settle", Role.OPERATOR, Role.ADMINISTRATOR).orOwner(Role.MEMBER);

    /**
     * Running what the application does by itself: standing orders that are due, demurrage. Each transfer made by it
     * needs {@link #PAY} or {@link #HOUSE} as well.
     */
    public static final Permission RUN = Permission.of("ledger.run", Role.ADMINISTRATOR);

    private LedgerPermissions() {}
}
