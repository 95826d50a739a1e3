package fr.aisneneo.booking;

import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.Interval;
import java.time.LocalDate;
import java.util.List;

/**
 * One local day of a space, without anybody's name.
 *
 * <p>Immutable and thread-safe.
 *
 * @param date the day
 * @param interval its instants: 23, 24 or 25 hours
 * @param segments the whole day in order, without gap or overlap; neighbours differ
 * @param hours its opening times and why they are not the ordinary ones
 */
public record AgendaDay(LocalDate date, Interval interval, List<AgendaSegment> segments, DayHours hours) {

    /** Copies the segments. */
    public AgendaDay {
        segments = List.copyOf(segments);
    }
}
