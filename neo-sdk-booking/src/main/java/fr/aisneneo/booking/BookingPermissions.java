package fr.aisneneo.booking;

import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;

/**
 * What may be allowed in booking, and whom the {@linkplain fr.aisneneo.core.actor.Policy#standard() standard} lets.
 *
 * <p>Immutable and thread-safe.
 */
public final class BookingPermissions {
    /** Seeing spaces, their agenda (free, taken, closed: no names) and free slots. */
    public static final Permission SEE = Permission.of("booking.see", Role.MEMBER, Role.OPERATOR, Role.ADMINISTRATOR);

    /** Reserving: an operator for anybody, a member in their own name. */
    public static final Permission RESERVE =
            Permission.of("booking.reserve", Role.OPERATOR).orOwner(Role.MEMBER);

    /** Reserving more than {@linkplain BookingRules#mostPerHolder() a holder may have}. */
    public static final Permission EXCEED_QUOTA = Permission.of("booking.quota.exceed", Role.OPERATOR);

    /** Cancelling: an operator anything, a member what is theirs. */
    public static final Permission CANCEL =
            Permission.of("booking.cancel", Role.OPERATOR).orOwner(Role.MEMBER);

    /** Reading a reservation: an operator all, a member their own. */
    public static final Permission READ_RESERVATION =
            Permission.of("booking.reservation.read", Role.OPERATOR).orOwner(Role.MEMBER);

    /** Seeing who booked what, and how well spaces are used. */
    public static final Permission OPERATE = Permission.of("booking.operate", Role.OPERATOR);

    /** Adding, changing and removing spaces. */
    public static final Permission MANAGE_SPACES = Permission.of("booking.spaces.manage", Role.ADMINISTRATOR);

    private BookingPermissions() {}
}
