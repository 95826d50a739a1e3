package fr.aisneneo.core.territory;

import fr.aisneneo.core.calendar.Zones;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.text.PlainLine;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A place of a tenant's where services are given: the hub, a branch, a van, a digital space.
 *
 * <p>Immutable and thread-safe.
 *
 * @param id its identifier
 * @param name its name for people, 1 to {@value #LONGEST_NAME} characters
 * @param kind what it is
 * @param commune where it stands, or is stationed
 * @param zone the zone whose clock its hours and bookings are about; a region such as {@code Europe/Paris}
 * @param address where visitors go, if it has one
 * @param lastDay the last day that it is there, itself included; null as long as no end is known
 */
public record Site(
        SiteId id,
        String name,
        SiteKind kind,
        InseeCode commune,
        ZoneId zone,
        @Nullable Address address,
        @Nullable LocalDate lastDay) {
    /** The longest name, in characters. */
    public static final int LONGEST_NAME = 120;

    /**
     * Checks the fields and takes white space from the ends of the name.
     *
     * @throws InvalidInputException {@code input.required}, {@code input.too_large}, {@code input.malformed} or
     *     {@code calendar.zone.unknown}
     */
    public Site {
        require(id, "site.id");
        name = PlainLine.require(name, "site.name", LONGEST_NAME);
        require(kind, "site.kind");
        require(commune, "site.commune");
        require(zone, "site.zone");
        zone = Zones.parse(zone.getId(), "site.zone");
    }

    private static void require(@Nullable Object value, String field) {
        if (value == null) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, field);
        }
    }

    /**
     * A site without address and without end.
     *
     * @param id its identifier
     * @param name its name for people
     * @param kind what it is
     * @param commune where it stands
     * @param zone the zone of its clock
     * @return the site
     * @throws InvalidInputException if a field is wrong
     */
    public static Site of(SiteId id, String name, SiteKind kind, InseeCode commune, ZoneId zone) {
        return new Site(id, name, kind, commune, zone, null, null);
    }

    /**
     * The same site with another name.
     *
     * @param other the name
     * @return the changed site
     * @throws InvalidInputException if it is blank or too long
     */
    public Site named(String other) {
        return new Site(id, other, kind, commune, zone, address, lastDay);
    }

    /**
     * The same site at an address.
     *
     * @param where the address, or null for none
     * @return the changed site
     */
    public Site at(@Nullable Address where) {
        return new Site(id, name, kind, commune, zone, where, lastDay);
    }

    /**
     * The same site in another commune, at another address there.
     *
     * @param to the commune
     * @param where the address, or null for none
     * @return the changed site
     */
    public Site movedTo(InseeCode to, @Nullable Address where) {
        return new Site(id, name, kind, to, zone, where, lastDay);
    }

    /**
     * The same site with an end, or without.
     *
     * @param day the last day that it is there, or null for no end
     * @return the changed site
     */
    public Site until(@Nullable LocalDate day) {
        return new Site(id, name, kind, commune, zone, address, day);
    }

    /**
     * Whether it is still there on a day.
     *
     * @param day the day
     * @return false after its last day
     */
    public boolean isThereOn(LocalDate day) {
        return lastDay == null || !day.isAfter(lastDay);
    }

    /**
     * Whether it is still there at an instant, by its own clock.
     *
     * @param instant the instant
     * @return false after the end of its last day
     */
    public boolean isThereAt(Instant instant) {
        return isThereOn(instant.atZone(zone).toLocalDate());
    }
}
