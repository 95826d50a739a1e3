package fr.aisneneo.example.portal.demo;

import fr.aisneneo.booking.BookingRules;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.booking.SpaceKind;
import fr.aisneneo.booking.SpaceStatus;
import fr.aisneneo.core.calendar.FrenchHolidays;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.territory.Site;
import java.time.DayOfWeek;
import java.time.Duration;
import java.util.List;

/**
 * A space of the demonstration.
 *
 * @param number tells the spaces of a site apart, 1 to 9
 * @param kind what it is for
 * @param name what it is called
 * @param capacity how many places it has
 * @param atAnyHour whether a badge opens it at any hour, so that the demonstration has nights, and the hours that the
 *     clock skips and repeats
 * @param hourly what an hour of a place costs, in minor units of the local currency; 0 for nothing
 */
record DemoSpace(int number, SpaceKind kind, String name, int capacity, boolean atAnyHour, long hourly) {
    private static final List<DayOfWeek> SATURDAY = List.of(DayOfWeek.SATURDAY);
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Duration HALF_HOUR = Duration.ofMinutes(30);
    private static final int DAYS_AHEAD = 120;

    DemoSpace(int number, SpaceKind kind, String name, int capacity) {
        this(number, kind, name, capacity, false, 0);
    }

    DemoSpace dayAndNight() {
        return new DemoSpace(number, kind, name, capacity, true, hourly);
    }

    DemoSpace costing(long minorUnits) {
        return new DemoSpace(number, kind, name, capacity, atAnyHour, minorUnits);
    }

    Space at(Site site, String id, boolean hub) {
        return new Space(
                SpaceId.parse(id),
                site.id(),
                kind,
                name,
                capacity,
                site.zone(),
                atAnyHour ? OpeningHours.ALWAYS : hours(hub).closedOn(FrenchHolidays.NATIONAL),
                rules(),
                SpaceStatus.IN_SERVICE);
    }

    private OpeningHours hours(boolean hub) {
        OpeningHours week = OpeningHours.CLOSED;
        return switch (kind) {
            case COWORKING ->
                hub
                        ? week.open(OpeningHours.WORKING_DAYS, "08:00-19:00").open(SATURDAY, "09:00-12:30")
                        : week.open(OpeningHours.WORKING_DAYS, "08:30-18:30");
            case TRAINING_ROOM ->
                hub
                        ? week.open(OpeningHours.WORKING_DAYS, "08:30-19:00").open(SATURDAY, "09:00-12:30")
                        : week.open(OpeningHours.WORKING_DAYS, "09:00-12:30", "13:30-18:00");
            case MULTIMEDIA_STUDIO -> week.open(OpeningHours.WORKING_DAYS, "09:00-18:00");
            case EXPERIMENTATION_LAB ->
                week.open(
                                List.of(DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY),
                                "10:00-12:30",
                                "13:30-19:00")
                        .open(SATURDAY, "10:00-17:00");
        };
    }

    private BookingRules rules() {
        BookingRules standard = BookingRules.STANDARD.ahead(DAYS_AHEAD);
        return switch (kind) {
            case COWORKING -> standard.lasting(HALF_HOUR, Duration.ofHours(11));
            case TRAINING_ROOM ->
                standard.lasting(HALF_HOUR, Duration.ofHours(11)).buffers(Duration.ZERO, QUARTER);
            case MULTIMEDIA_STUDIO ->
                standard.lasting(Duration.ofHours(1), Duration.ofHours(4)).buffers(QUARTER, QUARTER);
            case EXPERIMENTATION_LAB ->
                standard.lasting(Duration.ofHours(1), Duration.ofHours(6)).every(HALF_HOUR);
        };
    }
}
