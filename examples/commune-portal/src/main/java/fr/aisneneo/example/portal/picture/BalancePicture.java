package fr.aisneneo.example.portal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A balance over time, drawn. Along the axis of time places are shares of the width, so that letters keep their size on
 * a narrow screen; upwards they are pixels.
 *
 * @param height the height, in pixels
 * @param steps the line, piece by piece: it is level between two movements and upright where there is one
 * @param amounts the levels that are labelled, the lowest first
 * @param dates the days that are labelled, the first one first
 * @param zero where nothing is left, if the balance is below at some time
 * @param end where the line ends
 */
public record BalancePicture(
        int height,
        List<Piece> steps,
        List<Amount> amounts,
        List<Date> dates,
        @Nullable Integer zero,
        Dot end) {

    /**
     * A piece of the line.
     *
     * @param x1 where it starts
     * @param y1 where it starts
     * @param x2 where it ends
     * @param y2 where it ends
     */
    public record Piece(String x1, int y1, String x2, int y2) {}

    /**
     * A labelled level.
     *
     * @param y where
     * @param label the amount
     */
    public record Amount(int y, String label) {}

    /**
     * A labelled day.
     *
     * @param x where it starts
     * @param label the day
     * @param anchor how the label stands to it, {@code start} or {@code middle}
     */
    public record Date(String x, String label, String anchor) {}

    /**
     * A point.
     *
     * @param x where
     * @param y where
     */
    public record Dot(String x, int y) {}

    /** Copies the lists. */
    public BalancePicture {
        steps = List.copyOf(steps);
        amounts = List.copyOf(amounts);
        dates = List.copyOf(dates);
    }
}
