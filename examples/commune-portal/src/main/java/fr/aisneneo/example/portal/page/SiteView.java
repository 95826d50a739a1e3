package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A site and what can be reserved there.
 *
 * @param frame what stands around it
 * @param name the name of the site
 * @param address where it is, line by line
 * @param hours the opening hours of the coming days
 * @param spaces what can be reserved
 * @param day the operator's view of its day, for operators
 */
public record SiteView(
        Frame frame,
        String name,
        List<String> address,
        List<Hours> hours,
        List<Card> spaces,
        @Nullable String day) {

    /**
     * The hours of a day.
     *
     * @param day the day
     * @param ranges its hours, or that it is closed
     * @param reason why they differ from an ordinary week, if they do
     * @param today whether it is today
     */
    public record Hours(
            String day, List<String> ranges, @Nullable String reason, boolean today) {}

    /**
     * A space.
     *
     * @param space its name and the page of its week
     * @param icon the name of its drawing
     * @param subtitle what it is, and how many can use it
     * @param description what is in it
     * @param next when it is free next, if it is in the coming weeks
     * @param book where to reserve that
     */
    public record Card(
            Link space,
            String icon,
            String subtitle,
            String description,
            @Nullable String next,
            @Nullable String book) {}
}
