package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.example.portal.picture.DayPicture.Bar;
import fr.aisneneo.example.portal.picture.DayPicture.Hour;
import fr.aisneneo.example.portal.picture.DayPicture.Lane;
import fr.aisneneo.example.portal.picture.DayPicture.Tick;
import fr.aisneneo.example.portal.wording.FrenchTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/** Draws the day of a site. */
public final class DayDrawing {
    private static final int LANE_HEIGHT = 56;
    /** One of many places is still seen. */
    private static final int LEAST_HEIGHT = 3;

    private static final int MAJOR_EVERY = 3;
    private static final int LETTER_HEIGHT = 9;
    private static final int LEAST_HALVED = 4;

    /**
     * A space on the day.
     *
     * @param name what it is called
     * @param href the page of its week
     * @param capacity how much there is of it
     * @param load how much of its open time is taken, in percent
     * @param stretches what happens on the day, in order
     */
    public record Space(String name, String href, int capacity, int load, List<Stretch> stretches) {}

    private final ZoneId zone;
    private final Instant now;

    /**
     * A drawing.
     *
     * @param zone whose clock the hours are
     * @param now the present
     */
    public DayDrawing(ZoneId zone, Instant now) {
        this.zone = zone;
        this.now = now;
    }

    /**
     * Draws.
     *
     * @param day the day
     * @param spaces every space of the site
     */
    public DayPicture draw(LocalDate day, List<Space> spaces) {
        VisibleHours visible = VisibleHours.of(
                spaces.stream().flatMap(space -> space.stretches().stream()).toList(), zone);
        Interval window = visible.on(day, zone);
        return new DayPicture(
                LANE_HEIGHT,
                hours(window),
                window.contains(now) ? place(window, now) : null,
                spaces.stream().map(space -> lane(space, window)).toList());
    }

    private List<Hour> hours(Interval window) {
        List<Hour> hours = new ArrayList<>();
        for (ZonedDateTime tick : VisibleHours.ticks(window, zone)) {
            hours.add(new Hour(
                    place(window, tick.toInstant()),
                    FrenchTime.time(tick.toLocalTime()),
                    hours.isEmpty() ? "start" : "middle",
                    hours.size() % MAJOR_EVERY == 0));
        }
        // The end of the axis; where there is little room, not right beside another label.
        hours.add(new Hour(
                place(window, window.end()),
                FrenchTime.axisEnd(window.end().atZone(zone).toLocalTime()),
                "end",
                (hours.size() - 1) % MAJOR_EVERY > 0));
        return hours;
    }

    private static List<Tick> ticks(int capacity) {
        List<Tick> ticks = new ArrayList<>();
        ticks.add(new Tick(0, LETTER_HEIGHT, Integer.toString(capacity)));
        if (capacity % 2 == 0 && capacity >= LEAST_HALVED) {
            ticks.add(new Tick(LANE_HEIGHT / 2, LANE_HEIGHT / 2 + LETTER_HEIGHT / 2, Integer.toString(capacity / 2)));
        }
        ticks.add(new Tick(LANE_HEIGHT, LANE_HEIGHT - 1, "0"));
        return ticks;
    }

    private Lane lane(Space space, Interval window) {
        List<Bar> bars = new ArrayList<>();
        List<String> told = new ArrayList<>();
        int peak = 0;
        for (Stretch stretch : VisibleHours.cut(space.stretches(), window)) {
            bars.add(bar(stretch.open() ? "open" : "closed", stretch, window, 1));
            if (stretch.used() > 0) {
                double share = Math.min(1, (double) stretch.used() / stretch.capacity());
                bars.add(bar(share < 1 ? "part" : "taken", stretch, window, share));
                told.add(told(stretch));
            }
            peak = Math.max(peak, stretch.used());
        }
        return new Lane(
                space.name(), space.href(), space.capacity(), peak, space.load(), told, ticks(space.capacity()), bars);
    }

    private String told(Stretch stretch) {
        ZonedDateTime start = stretch.interval().start().atZone(zone);
        ZonedDateTime end = stretch.interval().end().atZone(zone);
        String when = FrenchTime.range(start, end);
        return stretch.capacity() == 1 ? when : when + "\u00a0: " + stretch.used() + " sur " + stretch.capacity();
    }

    private static Bar bar(String look, Stretch stretch, Interval window, double share) {
        int height = Math.max(LEAST_HEIGHT, (int) Math.round(share * LANE_HEIGHT));
        double length = Percent.share(stretch.interval().duration(), window.duration());
        return new Bar(
                look, place(window, stretch.interval().start()), Percent.of(length), LANE_HEIGHT - height, height);
    }

    private static String place(Interval window, Instant instant) {
        return Percent.of(Percent.share(Duration.between(window.start(), instant), window.duration()));
    }
}
