package fr.aisneneo.booking;

import fr.aisneneo.booking.AgendaSegment.State;
import fr.aisneneo.booking.internal.load.Loads;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Lays what is open and the load over each other, from the first instant of a day to the last. */
final class AgendaSweep {
    private final Loads loads;

    AgendaSweep(Loads loads) {
        this.loads = loads;
    }

    List<AgendaDay> days(Venue venue, DaySpan span) {
        Space space = venue.space();
        LocalDate first = span.first();
        int count = span.days();
        List<Interval> intervals = new ArrayList<>(count);
        List<LocalDate> dates = new ArrayList<>(count);
        for (LocalDate date = first; date.isBefore(first.plusDays(count)); date = date.plusDays(1)) {
            Instant start = date.atStartOfDay(space.zone()).toInstant();
            Instant end = date.plusDays(1).atStartOfDay(space.zone()).toInstant();
            // A zone that crosses the date line skips a whole day; there is nothing to show of it.
            if (start.isBefore(end)) {
                dates.add(date);
                intervals.add(new Interval(start, end));
            }
        }
        if (intervals.isEmpty()) {
            return List.of();
        }
        NavigableMap<Instant, Integer> used = used(
                space,
                new Interval(
                        intervals.get(0).start(),
                        intervals.get(intervals.size() - 1).end()));
        List<AgendaDay> days = new ArrayList<>(intervals.size());
        for (int i = 0; i < intervals.size(); i++) {
            List<AgendaSegment> segments = segments(venue, intervals.get(i), used);
            days.add(new AgendaDay(dates.get(i), intervals.get(i), segments, venue.day(dates.get(i))));
        }
        return days;
    }

    /** How many places are occupied from each instant on. */
    private NavigableMap<Instant, Integer> used(Space space, Interval window) {
        NavigableMap<Instant, Integer> used = new TreeMap<>();
        used.put(window.start(), 0);
        for (Loads.Run run : loads.runs(space.id().value(), window)) {
            used.put(run.interval().start(), run.used());
            used.putIfAbsent(run.interval().end(), 0);
        }
        return used;
    }

    private static List<AgendaSegment> segments(Venue venue, Interval day, NavigableMap<Instant, Integer> used) {
        Space space = venue.space();
        IntervalSet open = venue.open(day);
        List<AgendaSegment> segments = new ArrayList<>();
        Instant at = day.start();
        while (at.isBefore(day.end())) {
            Instant here = at;
            boolean opened = open.contains(here);
            Instant next = nextChange(open, used, here, day.end());
            int remaining = opened
                    ? Math.max(0, space.capacity() - used.floorEntry(here).getValue())
                    : 0;
            append(segments, new Interval(here, next), state(opened, remaining), remaining);
            at = next;
        }
        return segments;
    }

    private static State state(boolean opened, int remaining) {
        if (!opened) {
            return State.CLOSED;
        }
        return remaining > 0 ? State.FREE : State.TAKEN;
    }

    private static Instant nextChange(
            IntervalSet open, NavigableMap<Instant, Integer> used, Instant here, Instant end) {
        Instant next = end;
        for (Interval interval : open.intervals()) {
            if (interval.start().isAfter(here)) {
                next = earlier(next, interval.start());
                break;
            }
            if (interval.end().isAfter(here)) {
                next = earlier(next, interval.end());
            }
        }
        Instant change = used.higherKey(here);
        return change == null ? next : earlier(next, change);
    }

    private static void append(List<AgendaSegment> segments, Interval interval, State state, int remaining) {
        int last = segments.size() - 1;
        if (last >= 0
                && segments.get(last).state() == state
                && segments.get(last).remaining() == remaining) {
            Interval whole = new Interval(segments.get(last).interval().start(), interval.end());
            segments.set(last, new AgendaSegment(whole, state, remaining));
        } else {
            segments.add(new AgendaSegment(interval, state, remaining));
        }
    }

    private static Instant earlier(Instant a, Instant b) {
        return a.isBefore(b) ? a : b;
    }
}
