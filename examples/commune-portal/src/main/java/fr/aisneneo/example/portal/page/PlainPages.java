package fr.aisneneo.example.portal.page;

import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;

/** Pages that are the same for everybody. */
public final class PlainPages implements Routes {
    private final Pages pages;

    /**
     * The pages.
     *
     * @param pages how they are shown
     */
    public PlainPages(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/accessibilite",
                ctx -> pages.show(ctx, "accessibility", pages.frame(ctx, "Accessibilité", Frame.Section.NONE)));
        routes.get(
                "/robots.txt",
                ctx -> ctx.contentType("text/plain; charset=utf-8").result("User-agent: *\nDisallow: /\n"));
    }
}
