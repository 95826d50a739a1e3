package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.OperatorAgenda;
import fr.aisneneo.booking.OperatorDay;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.util.List;

/** The day of a site, for operators. */
public final class DayApi implements Routes {

    /**
     * A day of a site.
     *
     * @param site the site
     * @param date the day
     * @param spaces what happens in each space
     */
    public record DayJson(String site, String date, List<SpaceDay> spaces) {}

    /**
     * A day of a space.
     *
     * @param space the space
     * @param name its name
     * @param capacity how many places it has
     * @param usedMinutes reserved minutes times places, within opening hours
     * @param openMinutes open minutes times places
     * @param reservations what is reserved, by start
     */
    public record SpaceDay(
            String space,
            String name,
            int capacity,
            long usedMinutes,
            long openMinutes,
            List<ReservationJson> reservations) {}

    private final Json json;
    private final Services services;

    /**
     * The address.
     *
     * @param json how answers are written
     * @param services what they say
     */
    public DayApi(Json json, Services services) {
        this.json = json;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/sites/{site}/day", this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Site site = services.territory().site(actor, SiteId.parse(ctx.pathParam("site")));
        String wanted = ctx.queryParam("date");
        LocalDate date = wanted == null
                ? services.clock().instant().atZone(site.zone()).toLocalDate()
                : Params.date(wanted, "date", LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31));
        json.answer(
                ctx,
                200,
                new DayJson(
                        site.id().text(),
                        date.toString(),
                        services.booking().operations(actor, site.id(), date, 1).stream()
                                .map(DayApi::day)
                                .toList()));
    }

    private static SpaceDay day(OperatorAgenda agenda) {
        OperatorDay day = agenda.days().get(0);
        return new SpaceDay(
                agenda.space().id().text(),
                agenda.space().name(),
                agenda.space().capacity(),
                day.occupancy().usedMinutes(),
                day.occupancy().openMinutes(),
                day.reservations().stream().map(ReservationJson::of).toList());
    }
}
