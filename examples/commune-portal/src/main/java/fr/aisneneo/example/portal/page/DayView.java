package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.picture.DayPicture;
import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The operator's view of a day of a site.
 *
 * @param frame what stands around it
 * @param site the name of the site
 * @param others the other sites and their day
 * @param day which day
 * @param date the same day, for the form that chooses another
 * @param action where that form is sent
 * @param previous the day before
 * @param next the day after
 * @param today today, if this is another day
 * @param hours when the site is open, or why it is not
 * @param summary the day in figures
 * @param picture the occupancy of every space, drawn
 * @param reservations the reservations of the day, by start
 */
public record DayView(
        Frame frame,
        String site,
        List<Choice> others,
        String day,
        String date,
        String action,
        String previous,
        String next,
        @Nullable String today,
        String hours,
        List<Figure> summary,
        DayPicture picture,
        List<Row> reservations) {

    /**
     * A site to choose.
     *
     * @param link its name and its day
     * @param current whether it is the one shown
     */
    public record Choice(Link link, boolean current) {}

    /**
     * A figure of the day.
     *
     * @param value the figure
     * @param label what it counts
     */
    public record Figure(String value, String label) {}

    /**
     * A reservation of the day.
     *
     * @param time from when to when
     * @param space what is reserved
     * @param quantity how many places
     * @param holder whose it is
     * @param href its page
     * @param cancel where it is cancelled, if it can be
     */
    public record Row(
            String time,
            String space,
            String quantity,
            String holder,
            String href,
            @Nullable String cancel) {}
}
