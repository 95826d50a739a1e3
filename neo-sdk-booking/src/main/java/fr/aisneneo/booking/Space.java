package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.calendar.Zones;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.territory.SiteId;
import java.time.ZoneId;
import java.util.Map;

/**
 * Something at a site that can be booked: a room, or a number of equal places such as desks.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its identifier
 * @param site the site it belongs to
 * @param kind what it is for
 * @param name its name for people, 1 to {@value #LONGEST_NAME} characters on one line
 * @param capacity how many places can be booked at the same time, 1 to {@value #MOST_PLACES}; 1 for a room that is lent
 *     as a whole
 * @param zone the zone whose clock its hours and bookings are about, such as {@code Europe/Paris}
 * @param hours when it is open
 * @param rules how it may be booked
 * @param status whether it takes bookings
 */
public record Space(
        SpaceId id,
        SiteId site,
        SpaceKind kind,
        String name,
        int capacity,
        ZoneId zone,
        OpeningHours hours,
        BookingRules rules,
        SpaceStatus status) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 120;

    /** The most places. */
    public static final int MOST_PLACES = 10_000;

    /**
     * Checks the fields and takes white space from the ends of the name.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.malformed}, {@code input.too_large},
     *     {@code input.out_of_range} or {@code calendar.zone.unknown}
     */
    public Space {
        Required.field(id, "space.id");
        Required.field(site, "space.site");
        Required.field(kind, "space.kind");
        Required.field(zone, "space.zone");
        Required.field(hours, "space.hours");
        Required.field(rules, "space.rules");
        Required.field(status, "space.status");
        name = checked(name);
        zone = Zones.parse(zone.getId(), "space.zone");
        if (capacity < 1 || capacity > MOST_PLACES) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "space.capacity", Map.of("min", 1, "max", MOST_PLACES));
        }
    }

    private static String checked(String name) {
        Required.field(name, "space.name");
        String plain = name.strip();
        if (plain.isEmpty()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "space.name");
        }
        if (plain.length() > LONGEST_NAME) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "space.name", Map.of("limit", LONGEST_NAME));
        }
        if (plain.codePoints().anyMatch(Character::isISOControl)) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "space.name", Map.of("expected", "one line of text"));
        }
        return plain;
    }

    /**
     * A space in service with the {@linkplain BookingRules#STANDARD standard} rules.
     *
     * @param id its identifier
     * @param site the site it belongs to
     * @param kind what it is for
     * @param name its name for people
     * @param capacity how many places it has
     * @param zone the zone of its clock
     * @param hours when it is open
     * @return the space
     * @throws InvalidInputException if a field is wrong
     */
    public static Space of(
            SpaceId id, SiteId site, SpaceKind kind, String name, int capacity, ZoneId zone, OpeningHours hours) {
        return new Space(id, site, kind, name, capacity, zone, hours, BookingRules.STANDARD, SpaceStatus.IN_SERVICE);
    }

    /**
     * The same space with another name.
     *
     * @param other the name
     * @return the changed space
     * @throws InvalidInputException if it is blank, too long or has control characters
     */
    public Space named(String other) {
        return new Space(id, site, kind, other, capacity, zone, hours, rules, status);
    }

    /**
     * The same space with more or fewer places.
     *
     * @param places how many
     * @return the changed space
     * @throws InvalidInputException if it is out of range
     */
    public Space withCapacity(int places) {
        return new Space(id, site, kind, name, places, zone, hours, rules, status);
    }

    /**
     * The same space with other opening hours.
     *
     * @param other the hours
     * @return the changed space
     */
    public Space withHours(OpeningHours other) {
        return new Space(id, site, kind, name, capacity, zone, other, rules, status);
    }

    /**
     * The same space with other rules.
     *
     * @param other the rules
     * @return the changed space
     */
    public Space withRules(BookingRules other) {
        return new Space(id, site, kind, name, capacity, zone, hours, other, status);
    }

    /**
     * The same space in service, or withdrawn.
     *
     * @param other the status
     * @return the changed space
     */
    public Space withStatus(SpaceStatus other) {
        return new Space(id, site, kind, name, capacity, zone, hours, rules, other);
    }
}
