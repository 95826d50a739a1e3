package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.AgendaDay;
import fr.aisneneo.booking.AgendaSegment;
import fr.aisneneo.booking.SpaceAgenda;
import java.time.ZoneId;
import java.util.List;

/**
 * Some days of a space, without names.
 *
 * @param space the space
 * @param zone the zone of its clock
 * @param days the days in order
 */
public record AgendaJson(String space, String zone, List<Day> days) {

    /**
     * A day.
     *
     * @param date the day
     * @param segments the whole day in order
     */
    public record Day(String date, List<Segment> segments) {}

    /**
     * A stretch of time in which nothing changes.
     *
     * @param start its start, local time with offset
     * @param end its end, not part of it
     * @param state {@code FREE}, {@code TAKEN} or {@code CLOSED}
     * @param remaining how many places are left
     */
    public record Segment(String start, String end, String state, int remaining) {}

    static AgendaJson of(SpaceAgenda agenda) {
        ZoneId zone = agenda.space().zone();
        return new AgendaJson(
                agenda.space().id().text(),
                zone.getId(),
                agenda.days().stream().map(day -> day(day, zone)).toList());
    }

    private static Day day(AgendaDay day, ZoneId zone) {
        return new Day(
                day.date().toString(),
                day.segments().stream().map(segment -> segment(segment, zone)).toList());
    }

    private static Segment segment(AgendaSegment segment, ZoneId zone) {
        return new Segment(
                Times.write(segment.interval().start(), zone),
                Times.write(segment.interval().end(), zone),
                segment.state().name(),
                segment.remaining());
    }
}
