package fr.aisneneo.example.portal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of a space, a column a day, time running down. Widths are shares of the whole, heights are pixels, so that the
 * picture fits any width without its letters shrinking.
 *
 * @param height how high it is, in pixels
 * @param hours the hours at its side
 * @param columns the days
 */
public record WeekPicture(int height, List<Hour> hours, List<Column> columns) {

    /**
     * A line at a whole hour.
     *
     * @param y where
     * @param label such as {@code 9 h}
     */
    public record Hour(int y, String label) {}

    /**
     * A day.
     *
     * @param weekday such as {@code mar.}
     * @param date the day of the month
     * @param today whether it is today
     * @param x where it starts
     * @param width how wide it is
     * @param blocks what is free, taken and closed
     * @param cells what can be reserved by a click
     * @param hours its own hours, where the clock changes on that day within the picture; none otherwise
     * @param now where the present is, if it is in this column
     */
    public record Column(
            String weekday,
            String date,
            boolean today,
            String x,
            String width,
            List<Block> blocks,
            List<Cell> cells,
            List<Hour> hours,
            @Nullable Integer now) {}

    /** What a block shows. */
    public enum Look {
        /** All of it can be had. */
        FREE,
        /** Some of it can be had. */
        PART,
        /** Nothing is left. */
        TAKEN,
        /** The space is closed. */
        CLOSED,
        /** It is over. */
        PAST;

        /** The name of the look in the style sheet. */
        public String style() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    /**
     * A stretch of time, drawn.
     *
     * @param look what it shows
     * @param x where it starts
     * @param y where it starts
     * @param width how wide it is
     * @param height how high it is
     * @param used how wide the taken part is, for {@link Look#PART}
     * @param label what is written in it; empty where there is no room
     * @param unit what follows the label where there is more room
     * @param labelGround what it is written on, as the style sheet calls it
     * @param labelX where that is
     * @param labelY where that is
     */
    public record Block(
            Look look,
            String x,
            int y,
            String width,
            int height,
            String used,
            String label,
            String unit,
            String labelGround,
            String labelX,
            int labelY) {}

    /**
     * An hour that can be reserved.
     *
     * @param x where it starts
     * @param y where it starts
     * @param width how wide it is
     * @param height how high it is
     * @param href where it is reserved
     * @param title what it says when pointed at
     */
    public record Cell(String x, int y, String width, int height, String href, String title) {}
}
