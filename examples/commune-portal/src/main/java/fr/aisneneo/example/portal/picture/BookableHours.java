package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Cuts what is free into pieces to click on: whole hours of the clock, none shorter than a reservation may be. */
final class BookableHours {
    private BookableHours() {}

    /**
     * The pieces of a free stretch.
     *
     * @param free from when to when it is free
     * @param shortest the shortest reservation
     * @param zone whose clock the hours are
     */
    static List<Interval> of(Interval free, Duration shortest, ZoneId zone) {
        List<Interval> pieces = new ArrayList<>();
        Instant start = free.start();
        for (ZonedDateTime tick : VisibleHours.ticks(free, zone)) {
            Duration length = Duration.between(start, tick);
            if (!length.isZero() && length.compareTo(shortest) >= 0) {
                pieces.add(new Interval(start, tick.toInstant()));
                start = tick.toInstant();
            }
        }
        Interval rest = new Interval(start, free.end());
        if (rest.duration().compareTo(shortest) >= 0) {
            pieces.add(rest);
        } else if (!pieces.isEmpty()) {
            Interval last = pieces.remove(pieces.size() - 1);
            pieces.add(new Interval(last.start(), free.end()));
        }
        return pieces;
    }
}
