package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The first page: every site, and a way to find one's own.
 *
 * @param frame what stands around it
 * @param search the name that was searched for
 * @param found the communes of that name, or null if none was searched for
 * @param more whether there are more than are shown
 * @param error why the name cannot be searched for, if it cannot
 * @param sites every site
 */
public record HomeView(
        Frame frame,
        String search,
        @Nullable List<Found> found,
        boolean more,
        @Nullable String error,
        List<Card> sites) {

    /**
     * A site to choose.
     *
     * @param site its name and page
     * @param commune where it is
     * @param hub whether it is the hub of all
     * @param spaces how many spaces of which kinds
     * @param today its hours of today
     * @param open whether it opens today
     */
    public record Card(Link site, String commune, boolean hub, String spaces, String today, boolean open) {}

    /**
     * A commune that was found.
     *
     * @param name its name
     * @param detail its postcodes and its group of communes
     * @param why how the site was chosen
     * @param sites its site, or more where several are as close
     */
    public record Found(String name, String detail, String why, List<Link> sites) {}
}
