package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.territory.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** A space and the site it stands on: what is open there, and for how long there is anything at all. */
record Venue(Space space, Site site) {
    private static final int LAST_YEAR = 9_998;

    /** When the site is no longer there, if it has a last day. */
    Optional<Instant> end() {
        LocalDate last = site.lastDay();
        return last == null || last.getYear() > LAST_YEAR
                ? Optional.empty()
                : Optional.of(last.plusDays(1).atStartOfDay(site.zone()).toInstant());
    }

    /** When it takes bookings within a window. */
    IntervalSet open(Interval window) {
        if (space.status() != SpaceStatus.IN_SERVICE) {
            return IntervalSet.EMPTY;
        }
        Instant end = end().orElse(window.end());
        if (!end.isAfter(window.start())) {
            return IntervalSet.EMPTY;
        }
        Interval there = new Interval(window.start(), end.isBefore(window.end()) ? end : window.end());
        return space.hours().openIntervals(there, space.zone());
    }

    /** The hours of a day; none on a day after the last one of the site. */
    DayHours day(LocalDate date) {
        DayHours hours = space.hours().day(date);
        return site.isThereOn(date)
                ? hours
                : new DayHours(date, List.of(), DayHours.Cause.NO_SEASON, hours.holiday(), null);
    }

    /** When it opens next. */
    Optional<Instant> nextOpening(Instant from, int days) {
        return space.hours()
                .nextOpening(from, space.zone(), days)
                .filter(next -> end().map(next::isBefore).orElse(true));
    }
}
