package fr.aisneneo.example.portal.api;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.core.territory.TerritoryError;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.sdk.SiteList;
import fr.aisneneo.example.portal.sdk.SitesOfCommune;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Communes and sites. */
public final class TerritoryApi implements Routes {
    private static final String USUAL_LIMIT = "20";

    private final Json json;
    private final Services services;

    /**
     * The addresses.
     *
     * @param json how answers are written
     * @param services what they say
     */
    public TerritoryApi(Json json, Services services) {
        this.json = json;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/communes", this::communes);
        routes.get("/api/communes/{commune}", this::commune);
        routes.get("/api/communes/{commune}/sites", this::sitesOfCommune);
        routes.get("/api/sites", this::sites);
        routes.get("/api/sites/{site}", this::site);
    }

    private void communes(Context ctx) {
        String name = Params.required(ctx.queryParam("name"), "name");
        String limit = Optional.ofNullable(ctx.queryParam("limit")).orElse(USUAL_LIMIT);
        json.answer(
                ctx,
                200,
                new CommuneJson.All(
                        services
                                .territory()
                                .communesNamed(name, Params.integer(limit, "limit", 1, Territory.MOST_FOUND))
                                .stream()
                                .map(CommuneJson::of)
                                .toList()));
    }

    private fr.aisneneo.core.territory.Commune find(Context ctx) {
        InseeCode code = InseeCode.parse(ctx.pathParam("commune"), "commune");
        return services.territory()
                .commune(code)
                .orElseThrow(() -> new NotFoundException(TerritoryError.COMMUNE_UNKNOWN, Map.of("code", code)));
    }

    private void commune(Context ctx) {
        json.answer(ctx, 200, CommuneJson.of(find(ctx)));
    }

    private void sitesOfCommune(Context ctx) {
        List<Site> all = SiteList.of(services.territory(), services.anybody(ctx));
        answer(ctx, SitesOfCommune.of(find(ctx), all, services.territory()).sites());
    }

    private void sites(Context ctx) {
        answer(ctx, SiteList.of(services.territory(), services.anybody(ctx)));
    }

    private void answer(Context ctx, List<Site> sites) {
        json.answer(ctx, 200, new SiteJson.All(sites.stream().map(SiteJson::of).toList()));
    }

    private void site(Context ctx) {
        Actor actor = services.anybody(ctx);
        json.answer(ctx, 200, SiteJson.of(services.territory().site(actor, SiteId.parse(ctx.pathParam("site")))));
    }
}
