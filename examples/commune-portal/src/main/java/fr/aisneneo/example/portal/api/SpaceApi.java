package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.BookingRules;
import fr.aisneneo.booking.FreeSlot;
import fr.aisneneo.booking.FreeSlotQuery;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.example.portal.sdk.FreeSlots;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Problem;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Spaces, and when they are free. */
public final class SpaceApi implements Routes {
    private static final int MOST_DAYS = 62;
    private static final Duration USUAL_WINDOW = Duration.ofDays(30);

    private final Json json;
    private final Services services;

    /**
     * The addresses.
     *
     * @param json how answers are written
     * @param services what they say
     */
    public SpaceApi(Json json, Services services) {
        this.json = json;
        this.services = services;
    }

    /**
     * A free slot, or none.
     *
     * @param slot the slot, if there is one
     */
    public record Free(Problem.@Nullable FreeSlot slot) {}

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/sites/{site}/spaces", this::ofSite);
        routes.get(
                "/api/spaces/{space}",
                ctx -> json.answer(
                        ctx,
                        200,
                        SpaceJson.of(
                                find(ctx, services.anybody(ctx)),
                                services.paid().tariff())));
        routes.get("/api/spaces/{space}/agenda", this::agenda);
        routes.get("/api/spaces/{space}/free", this::free);
    }

    private void ofSite(Context ctx) {
        Actor actor = services.anybody(ctx);
        Site site = services.territory().site(actor, SiteId.parse(ctx.pathParam("site")));
        json.answer(
                ctx,
                200,
                new SpaceJson.All(services.booking().spaces(actor, site.id()).stream()
                        .map(space -> SpaceJson.of(space, services.paid().tariff()))
                        .toList()));
    }

    private Space find(Context ctx, Actor actor) {
        SpaceId id = SpaceId.parse(ctx.pathParam("space"));
        return services.booking()
                .space(actor, id)
                .orElseThrow(() -> new NotFoundException(BookingError.SPACE_UNKNOWN, Map.of("id", id)));
    }

    private void agenda(Context ctx) {
        Actor actor = services.anybody(ctx);
        Space space = find(ctx, actor);
        String from = ctx.queryParam("from");
        LocalDate first = from == null
                ? services.clock().instant().atZone(space.zone()).toLocalDate()
                : Params.date(from, "from", LocalDate.of(2000, 1, 1), LocalDate.of(2999, 12, 31));
        int days = Params.integer(Optional.ofNullable(ctx.queryParam("days")).orElse("7"), "days", 1, MOST_DAYS);
        json.answer(ctx, 200, AgendaJson.of(services.booking().agenda(actor, space.id(), first, days)));
    }

    private void free(Context ctx) {
        Actor actor = services.anybody(ctx);
        Space space = find(ctx, actor);
        String minutes = ctx.queryParam("minutes");
        int most = (int) BookingRules.LONGEST.toMinutes();
        Duration length = minutes == null
                ? FreeSlots.usualLength(space)
                : Duration.ofMinutes(Params.integer(minutes, "minutes", 1, most));
        int quantity = Params.integer(
                Optional.ofNullable(ctx.queryParam("quantity")).orElse("1"), "quantity", 1, Space.MOST_PLACES);
        Instant after = instant(ctx, "after", space.zone(), services.clock().instant());
        Instant until = instant(ctx, "until", space.zone(), after.plus(USUAL_WINDOW));
        Optional<FreeSlot> found = services.booking()
                .firstFreeSlot(
                        actor, new FreeSlotQuery(List.of(space.id()), length, quantity, new Interval(after, until)));
        json.answer(ctx, 200, new Free(found.map(SpaceApi::json).orElse(null)));
    }

    private static Instant instant(Context ctx, String name, ZoneId zone, Instant otherwise) {
        String given = ctx.queryParam(name);
        return given == null ? otherwise : Times.instant(given, name, zone);
    }

    static Problem.FreeSlot json(FreeSlot free) {
        ZoneId zone = free.slot().zone();
        return new Problem.FreeSlot(
                Times.write(free.interval().start(), zone),
                Times.write(free.interval().end(), zone));
    }
}
