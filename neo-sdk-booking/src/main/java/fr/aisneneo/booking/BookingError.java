package fr.aisneneo.booking;

import fr.aisneneo.booking.internal.Wording;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/**
 * The codes of {@code neo-sdk-booking}. No fact names a person. Times among the facts are local to the space; a slot
 * itself is refused by {@link fr.aisneneo.core.calendar.CalendarError} where its times do not exist or are reversed.
 */
public enum BookingError implements ErrorCode {
    /** No such space for this actor. Facts: {@code id}. */
    SPACE_UNKNOWN("booking.space.unknown"),
    /** The space takes no bookings any more. Facts: {@code space}. */
    SPACE_WITHDRAWN("booking.space.withdrawn"),
    /** The space has reservations, so it can be withdrawn but not removed. Facts: {@code space}. */
    SPACE_IN_USE("booking.space.in_use"),
    /** A change would give the space another id or site. Facts: {@code field}. */
    SPACE_IDENTITY("booking.space.identity"),
    /** The site has as many spaces as one may have. Facts: {@code limit}. */
    SPACES_TOO_MANY("booking.spaces.too_many"),
    /** The site is no longer there at the end of the slot. Facts: {@code site}, {@code lastDay}. */
    SITE_CLOSED("booking.site.closed"),
    /** The personal data of the holder was erased. No facts. */
    HOLDER_ERASED("booking.holder.erased"),
    /** The holder is somebody else than the actor, whom the tenant's directory does not have. Facts: {@code field}. */
    HOLDER_UNKNOWN("booking.holder.unknown"),
    /** The holder has as many reservations of the space as one may have. Facts: {@code limit}. */
    QUOTA_REACHED("booking.quota.reached"),
    /** No such reservation for this actor. Facts: {@code id}. */
    RESERVATION_UNKNOWN("booking.reservation.unknown"),
    /** It began already. Facts: {@code start}. */
    RESERVATION_STARTED("booking.reservation.started"),
    /** That cannot be done in its state. Facts: {@code status}, {@code command}. */
    RESERVATION_STATE("booking.reservation.state"),
    /** The slot is in another zone than the space. Facts: {@code field}, {@code expected}. */
    SLOT_ZONE("booking.slot.zone"),
    /** The slot does not lie on the grid of the space. Facts: {@code field}, {@code granularity}. */
    SLOT_GRID("booking.slot.grid"),
    /** Shorter than the space lets it be. Facts: {@code limit}. */
    SLOT_TOO_SHORT("booking.slot.too_short"),
    /** Longer than the space, or the SDK, lets it be. Facts: {@code limit}. */
    SLOT_TOO_LONG("booking.slot.too_long"),
    /** It begins before now. Facts: {@code start}. */
    SLOT_PAST("booking.slot.past"),
    /** It ends later than can be booked now. Facts: {@code days}, {@code latest}. */
    SLOT_BEYOND_HORIZON("booking.slot.beyond_horizon"),
    /**
     * The space is not open all through it. Facts: {@code date}, and where known {@code reason} of an exception,
     * {@code holiday_fr} and {@code holiday_en} of a public holiday, {@code next} opening.
     */
    SLOT_CLOSED("booking.slot.closed"),
    /**
     * Not enough places are left. Facts: {@code start}, {@code remaining}, {@code quantity}, and {@code next}, the
     * start of the first free slot of the same length in the days that follow, where there is one that the actor may
     * see and the request was a transaction of its own.
     */
    SLOT_TAKEN("booking.slot.taken"),
    /** More places than the space has. Facts: {@code quantity}, {@code capacity}. */
    CAPACITY_EXCEEDED("booking.capacity.exceeded");

    private static final MessageBundle TEXTS = MessageBundle.load(name -> BookingError.class.getResourceAsStream(name));

    private final String code;

    BookingError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    /**
     * The message for a person; dates, times and durations among the facts are written out in the language.
     *
     * @param locale French for {@code fr}, English otherwise
     * @param facts the values of the placeholders
     * @return whole sentences; what is only sometimes known is said where it is
     */
    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return Wording.text(TEXTS, code, locale, facts);
    }
}
