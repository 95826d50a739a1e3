package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.SpaceAgenda;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.TimeRange;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.territory.Commune;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.sdk.SiteList;
import fr.aisneneo.example.portal.sdk.SitesOfCommune;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.HoursWords;
import fr.aisneneo.example.portal.wording.SpaceWords;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.List;

/** The first page: every site, and the way from a commune to its site. */
public final class HomePage implements Routes {
    private static final int MOST_SHOWN = 8;

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public HomePage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/", this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.anybody(ctx);
        List<Site> sites = SiteList.of(services.territory(), actor);
        String search = ctx.queryParam("commune");
        List<Commune> found = null;
        String error = null;
        try {
            found = search == null || search.isBlank()
                    ? null
                    : services.territory().communesNamed(search, MOST_SHOWN + 1);
        } catch (InvalidInputException e) {
            Failure failure = Failure.of(e, Visit.of(ctx).reference());
            ctx.status(failure.status());
            error = Wording.message(failure);
        }
        pages.show(
                ctx,
                "home",
                new HomeView(
                        pages.frame(ctx, "Réserver un espace dans l’Aisne", Frame.Section.SPACES),
                        search == null ? "" : search,
                        found == null ? null : shown(found, sites),
                        found != null && found.size() > MOST_SHOWN,
                        error,
                        sites.stream().map(site -> card(actor, site)).toList()));
    }

    private List<HomeView.Found> shown(List<Commune> found, List<Site> sites) {
        return found.stream()
                .limit(MOST_SHOWN)
                .map(commune -> found(commune, sites))
                .toList();
    }

    private HomeView.Found found(Commune commune, List<Site> sites) {
        SitesOfCommune near = SitesOfCommune.of(commune, sites, services.territory());
        String postcodes = String.join(", ", commune.postcodes());
        return new HomeView.Found(
                commune.name(),
                commune.epci() == null
                        ? postcodes
                        : postcodes + " · " + commune.epci().name(),
                why(near.closeness()),
                near.sites().stream().map(Paths::site).toList());
    }

    private static String why(SitesOfCommune.Closeness closeness) {
        return switch (closeness) {
            case COMMUNE -> "Dans votre commune";
            case EPCI -> "Dans votre intercommunalité";
            case ARRONDISSEMENT -> "Dans votre arrondissement";
            case HUB -> "Pour tout le département";
        };
    }

    private HomeView.Card card(Actor actor, Site site) {
        LocalDate today = services.clock().instant().atZone(site.zone()).toLocalDate();
        List<SpaceAgenda> agendas = services.booking().agenda(actor, site.id(), today, 1);
        List<TimeRange> open = HoursWords.union(
                agendas.stream().map(agenda -> agenda.days().get(0).hours()).toList());
        return new HomeView.Card(
                Paths.site(site),
                place(site),
                site.kind() == SiteKind.HUB,
                SpaceWords.summary(agendas.stream().map(SpaceAgenda::space).toList()),
                open.isEmpty() ? "Fermé aujourd’hui" : "Aujourd’hui : " + HoursWords.ranges(open),
                !open.isEmpty());
    }

    private String place(Site site) {
        return services.territory().commune(site.commune()).map(Places::of).orElse("");
    }
}
