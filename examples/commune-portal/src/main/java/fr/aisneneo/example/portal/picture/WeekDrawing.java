package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.example.portal.picture.WeekPicture.Block;
import fr.aisneneo.example.portal.picture.WeekPicture.Cell;
import fr.aisneneo.example.portal.picture.WeekPicture.Column;
import fr.aisneneo.example.portal.picture.WeekPicture.Hour;
import fr.aisneneo.example.portal.picture.WeekPicture.Look;
import fr.aisneneo.example.portal.wording.FrenchTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.BiFunction;

/** Draws the week of a space. */
public final class WeekDrawing {
    private static final int HOUR_HEIGHT = 44;
    private static final int LABEL_HEIGHT = 18;
    private static final int LABEL_BASELINE = 16;
    /** Up to this share of a column, the rest is wide enough for the label. */
    private static final double MOST_USED_BESIDE_LABEL = 0.6;

    private final ZoneId zone;
    private final Instant now;
    private final Instant earliest;
    private final Duration shortest;
    private final BiFunction<ZonedDateTime, ZonedDateTime, String> booking;

    /**
     * A drawing.
     *
     * @param zone whose clock the hours are
     * @param now the present
     * @param earliest when a reservation may start at the earliest
     * @param shortest how long one is at least
     * @param booking where a stretch of time is reserved
     */
    public WeekDrawing(
            ZoneId zone,
            Instant now,
            Instant earliest,
            Duration shortest,
            BiFunction<ZonedDateTime, ZonedDateTime, String> booking) {
        this.zone = zone;
        this.now = now;
        this.earliest = earliest;
        this.shortest = shortest;
        this.booking = booking;
    }

    /**
     * Draws.
     *
     * @param days each day and what happens on it, in order and without holes
     */
    public WeekPicture draw(SortedMap<LocalDate, List<Stretch>> days) {
        VisibleHours visible =
                VisibleHours.of(days.values().stream().flatMap(List::stream).toList(), zone);
        int usual = (visible.to() - visible.from()) * HOUR_HEIGHT;
        List<Hour> hours = new ArrayList<>();
        for (int hour = visible.from(); hour < visible.to(); hour++) {
            hours.add(
                    new Hour((hour - visible.from()) * HOUR_HEIGHT, FrenchTime.time(java.time.LocalTime.of(hour, 0))));
        }
        int height = usual;
        List<Column> columns = new ArrayList<>();
        for (Map.Entry<LocalDate, List<Stretch>> day : days.entrySet()) {
            Interval window = visible.on(day.getKey(), zone);
            height = Math.max(height, pixels(window.duration()));
            columns.add(column(day.getKey(), day.getValue(), window, columns.size(), days.size(), usual));
        }
        return new WeekPicture(height, hours, columns);
    }

    private Column column(LocalDate day, List<Stretch> stretches, Interval window, int index, int of, int usualHeight) {
        double width = 1.0 / of;
        Place place = new Place(window.start(), index * width, width);
        List<Block> blocks = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        for (Stretch stretch : VisibleHours.cut(stretches, window)) {
            Interval whole = stretch.interval();
            if (stretch.open() && whole.start().isBefore(now)) {
                Instant passed = whole.end().isBefore(now) ? whole.end() : now;
                blocks.add(place.block(Look.PAST, stretch.between(whole.start(), passed), ""));
            }
            if (!stretch.open() || whole.end().isAfter(now)) {
                Instant from = stretch.open() ? VisibleHours.later(whole.start(), now) : whole.start();
                Stretch left = stretch.between(from, whole.end());
                blocks.add(place.block(look(left), left, label(left)));
                cells(place, left, cells);
            }
        }
        boolean unusual = pixels(window.duration()) != usualHeight;
        return new Column(
                FrenchTime.shortWeekday(day),
                Integer.toString(day.getDayOfMonth()),
                day.equals(now.atZone(zone).toLocalDate()),
                Percent.of(place.x()),
                Percent.of(width),
                blocks,
                cells,
                unusual ? ownHours(window) : List.of(),
                window.contains(now) ? place.y(now) : null);
    }

    private List<Hour> ownHours(Interval window) {
        return VisibleHours.ticks(window, zone).stream()
                .map(tick -> new Hour(
                        pixels(Duration.between(window.start(), tick.toInstant())),
                        FrenchTime.time(tick.toLocalTime())))
                .toList();
    }

    private void cells(Place place, Stretch stretch, List<Cell> cells) {
        Instant from = VisibleHours.later(stretch.interval().start(), earliest);
        if (stretch.free() > 0 && from.isBefore(stretch.interval().end())) {
            for (Interval piece :
                    BookableHours.of(new Interval(from, stretch.interval().end()), shortest, zone)) {
                cells.add(cell(place, stretch, piece));
            }
        }
    }

    private Cell cell(Place place, Stretch stretch, Interval piece) {
        ZonedDateTime from = piece.start().atZone(zone);
        ZonedDateTime to = piece.end().atZone(zone);
        String title = FrenchTime.dayWithoutYear(from.toLocalDate()) + ", " + FrenchTime.range(from, to) + "\u00a0: "
                + (stretch.capacity() == 1 ? "libre" : stretch.free() + " places libres sur " + stretch.capacity());
        int y = place.y(piece.start());
        return new Cell(
                Percent.of(place.x()),
                y,
                Percent.of(place.width()),
                place.y(piece.end()) - y,
                booking.apply(from, to),
                title);
    }

    private static Look look(Stretch stretch) {
        if (!stretch.open()) {
            return Look.CLOSED;
        }
        if (stretch.free() == 0) {
            return Look.TAKEN;
        }
        return stretch.used() == 0 ? Look.FREE : Look.PART;
    }

    private static String label(Stretch stretch) {
        return switch (look(stretch)) {
            case FREE, PART -> stretch.capacity() == 1 ? "Libre" : Integer.toString(stretch.free());
            case TAKEN -> stretch.capacity() == 1 ? "Pris" : "Complet";
            case CLOSED, PAST -> "";
        };
    }

    private static String unit(Stretch stretch) {
        boolean counted = stretch.open() && stretch.free() > 0 && stretch.capacity() > 1;
        return !counted ? "" : stretch.free() == 1 ? "\u00a0libre" : "\u00a0libres";
    }

    private static int pixels(Duration duration) {
        return (int) Math.round(duration.toSeconds() * HOUR_HEIGHT / 3600.0);
    }

    /** Where a column is: from which instant on it shows time, and where it stands. */
    private record Place(Instant top, double x, double width) {
        int y(Instant instant) {
            return pixels(Duration.between(top, instant));
        }

        /** The middle of what is free, or of what is taken where too little is free to write on. */
        private static double labelPlace(double used) {
            return used == 1 ? 0.5 : used > MOST_USED_BESIDE_LABEL ? used / 2 : (1 + used) / 2;
        }

        Block block(Look look, Stretch stretch, String label) {
            int y = y(stretch.interval().start());
            int height = y(stretch.interval().end()) - y;
            double used = Math.min(1, (double) stretch.used() / stretch.capacity());
            return new Block(
                    look,
                    Percent.of(x),
                    y,
                    Percent.of(width),
                    height,
                    Percent.of(width * used),
                    height < LABEL_HEIGHT ? "" : label,
                    unit(stretch),
                    used > MOST_USED_BESIDE_LABEL ? Look.TAKEN.style() : look.style(),
                    Percent.of(x + labelPlace(used) * width),
                    y + LABEL_BASELINE);
        }
    }
}
