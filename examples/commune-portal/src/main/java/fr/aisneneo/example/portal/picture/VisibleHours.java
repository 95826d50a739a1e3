package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * Which hours of the day a picture shows: from the first opening to the last closing, in whole hours.
 *
 * @param from the first hour, 0 to 23
 * @param to the hour behind the last one, 1 to 24
 */
record VisibleHours(int from, int to) {
    private static final VisibleHours OFFICE = new VisibleHours(9, 18);

    /** The hours that show everything that is open on some days. */
    static VisibleHours of(Collection<Stretch> stretches, ZoneId zone) {
        int from = 24;
        int to = 0;
        for (Stretch stretch : stretches) {
            if (stretch.open()) {
                ZonedDateTime start = stretch.interval().start().atZone(zone);
                ZonedDateTime end = stretch.interval().end().atZone(zone);
                boolean overMidnight = !end.toLocalDate().equals(start.toLocalDate());
                from = Math.min(from, start.getHour());
                to = Math.max(to, overMidnight ? 24 : end.getHour() + (end.getMinute() > 0 ? 1 : 0));
            }
        }
        return from < to ? new VisibleHours(from, to) : OFFICE;
    }

    /** When these hours are on a day, which may have an hour more or less than another one. */
    Interval on(LocalDate day, ZoneId zone) {
        ZonedDateTime start = day.atTime(from, 0).atZone(zone);
        ZonedDateTime end = to == 24
                ? day.plusDays(1).atStartOfDay(zone)
                : day.atTime(to, 0).atZone(zone);
        return new Interval(start.toInstant(), end.toInstant());
    }

    /** The whole hours of the clock in an interval. */
    static List<ZonedDateTime> ticks(Interval interval, ZoneId zone) {
        List<ZonedDateTime> ticks = new ArrayList<>();
        ZonedDateTime tick = interval.start().atZone(zone).truncatedTo(ChronoUnit.HOURS);
        while (tick.toInstant().isBefore(interval.start())) {
            tick = tick.plusHours(1);
        }
        for (; tick.toInstant().isBefore(interval.end()); tick = tick.plusHours(1)) {
            ticks.add(tick);
        }
        return ticks;
    }

    /** What of some stretches lies in an interval, neighbours that look the same put together. */
    static List<Stretch> cut(List<Stretch> stretches, Interval window) {
        List<Stretch> shown = new ArrayList<>();
        for (Stretch stretch : stretches) {
            stretch.interval().intersection(window).ifPresent(part -> {
                Stretch next = stretch.between(part.start(), part.end());
                int last = shown.size() - 1;
                boolean joins = last >= 0
                        && shown.get(last).looksLike(next)
                        && shown.get(last).interval().end().equals(part.start());
                if (joins) {
                    shown.set(last, next.between(shown.get(last).interval().start(), part.end()));
                } else {
                    shown.add(next);
                }
            });
        }
        return shown;
    }

    static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
