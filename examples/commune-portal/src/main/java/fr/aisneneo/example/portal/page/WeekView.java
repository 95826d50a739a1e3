package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.picture.WeekPicture;
import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A week of a space.
 *
 * @param frame what stands around it
 * @param site the site and its page
 * @param name the name of the space
 * @param subtitle what it is, and where
 * @param description what is in it
 * @param facts capacity and rules, one each
 * @param week which week
 * @param previous the week before, if there is anything to see
 * @param next the week after, if there is anything to see
 * @param current the present week, if this is another
 * @param counted whether the space has several places, so that the picture counts them
 * @param picture the week drawn
 * @param days the week told
 * @param book where to reserve without choosing on the picture
 * @param notes what is special about the week, such as a change of the clock
 */
public record WeekView(
        Frame frame,
        Link site,
        String name,
        String subtitle,
        String description,
        List<String> facts,
        String week,
        @Nullable String previous,
        @Nullable String next,
        @Nullable String current,
        boolean counted,
        WeekPicture picture,
        List<Day> days,
        String book,
        List<String> notes) {

    /**
     * A free stretch of time.
     *
     * @param text from when to when, and how much of it
     * @param book where to reserve it, unless it is too short
     */
    public record Slot(String text, @Nullable String book) {}

    /**
     * A day in words.
     *
     * @param day the day
     * @param hours when it is open, or why it is not
     * @param free what is free, each with where to reserve it
     * @param taken what is taken
     * @param today whether it is today
     * @param over whether it was open, and is over
     */
    public record Day(String day, String hours, List<Slot> free, List<String> taken, boolean today, boolean over) {}
}
