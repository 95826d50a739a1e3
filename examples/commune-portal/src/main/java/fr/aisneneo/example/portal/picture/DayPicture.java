package fr.aisneneo.example.portal.picture;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day of a site, a lane a space, time running to the right. Places along the day are shares of the whole.
 *
 * @param height how high a lane is, in pixels
 * @param hours the hours above it
 * @param now where the present is, if it is in the picture
 * @param lanes the spaces
 */
public record DayPicture(
        int height, List<Hour> hours, @Nullable String now, List<Lane> lanes) {

    /**
     * A whole hour.
     *
     * @param x where
     * @param label such as {@code 9 h}
     * @param anchor which part of the label stands there: {@code start}, {@code middle} or {@code end}
     * @param major whether it is written where there is little room
     */
    public record Hour(String x, String label, String anchor, boolean major) {}

    /**
     * A number of places on the axis of a lane.
     *
     * @param y how far from above it is
     * @param labelY where the foot of its label is
     * @param label the number
     */
    public record Tick(int y, int labelY, String label) {}

    /**
     * A space.
     *
     * @param name what it is called
     * @param href the page of its week
     * @param capacity how much there is of it
     * @param peak the most that is taken at once
     * @param load how much of its open time is taken, in percent
     * @param told when how much of it is taken, in words
     * @param ticks its axis, from all places down to none
     * @param bars what is open and what is taken
     */
    public record Lane(
            String name,
            String href,
            int capacity,
            int peak,
            int load,
            List<String> told,
            List<Tick> ticks,
            List<Bar> bars) {}

    /**
     * A stretch of time.
     *
     * @param look {@code closed}, {@code open}, {@code part} or {@code taken}
     * @param x where it starts
     * @param width how long it is
     * @param y how far from above it starts
     * @param height how high it is: how much is taken
     */
    public record Bar(String look, String x, String width, int y, int height) {}
}
