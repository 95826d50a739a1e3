package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.Occupancy;
import fr.aisneneo.booking.OperatorAgenda;
import fr.aisneneo.booking.OperatorDay;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.example.portal.error.PortalError;
import fr.aisneneo.example.portal.picture.DayDrawing;
import fr.aisneneo.example.portal.picture.DayPicture;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.sdk.SiteList;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.HoursWords;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The operator's view of the day: every space of a site, how full it is, and who comes. */
public final class DayPage implements Routes {
    private static final int DAYS_BACK = 400;
    private static final int DAYS_AHEAD = 800;

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public DayPage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/exploitation", this::choose);
        routes.get("/exploitation/{site}", this::show);
    }

    private void choose(Context ctx) {
        Actor actor = services.somebody(ctx);
        Site first = SiteList.of(services.territory(), actor).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException(PortalError.PAGE_UNKNOWN));
        ctx.redirect(Paths.day(first.id()), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Site site = services.territory().site(actor, SiteId.parse(ctx.pathParam("site")));
        Instant now = services.clock().instant();
        LocalDate today = now.atZone(site.zone()).toLocalDate();
        String wanted = ctx.queryParam("jour");
        LocalDate day = wanted == null || wanted.isEmpty()
                ? today
                : Params.date(wanted, "jour", today.minusDays(DAYS_BACK), today.plusDays(DAYS_AHEAD));
        List<OperatorAgenda> agendas = services.booking().operations(actor, site.id(), day, 1);
        DayPicture picture = new DayDrawing(site.zone(), now)
                .draw(day, agendas.stream().map(DayPage::lane).toList());
        List<DayView.Row> rows = rows(agendas, now);
        pages.show(
                ctx,
                "day",
                new DayView(
                        pages.frame(ctx, site.name() + ", " + FrenchTime.day(day), Frame.Section.OPERATION),
                        site.name(),
                        SiteList.of(services.territory(), actor).stream()
                                .map(other -> new DayView.Choice(
                                        new Link(other.name(), Paths.day(other.id(), day)),
                                        other.id().equals(site.id())))
                                .toList(),
                        FrenchTime.capital(FrenchTime.day(day)),
                        day.toString(),
                        Paths.day(site.id()),
                        Paths.day(site.id(), day.minusDays(1)),
                        Paths.day(site.id(), day.plusDays(1)),
                        day.equals(today) ? null : Paths.day(site.id()),
                        hours(agendas, day),
                        summary(agendas, rows.size()),
                        picture,
                        rows));
    }

    private static OperatorDay day(OperatorAgenda agenda) {
        return agenda.days().get(0);
    }

    private static DayDrawing.Space lane(OperatorAgenda agenda) {
        Space space = agenda.space();
        return new DayDrawing.Space(
                space.name(),
                Paths.space(space.id()),
                space.capacity(),
                percent(day(agenda).occupancy()),
                SpacePage.stretches(space, day(agenda).day()));
    }

    private static int percent(Occupancy occupancy) {
        return (int) Math.round(100 * occupancy.rate());
    }

    private static String hours(List<OperatorAgenda> agendas, LocalDate day) {
        List<DayHours> hours =
                agendas.stream().map(agenda -> day(agenda).day().hours()).toList();
        String open = HoursWords.ranges(HoursWords.union(hours));
        String reason =
                HoursWords.reason(hours, day).map(why -> " (" + why + ")").orElse("");
        return (open.isEmpty() ? "Fermé" : "Ouvert " + open) + reason;
    }

    private static List<DayView.Figure> summary(List<OperatorAgenda> agendas, int reservations) {
        Occupancy all = agendas.stream().map(agenda -> day(agenda).occupancy()).reduce(Occupancy.NONE, Occupancy::plus);
        long busy = agendas.stream()
                .filter(agenda -> !day(agenda).reservations().isEmpty())
                .count();
        return List.of(
                new DayView.Figure(Integer.toString(reservations), reservations < 2 ? "réservation" : "réservations"),
                new DayView.Figure(percent(all) + "\u00a0%", "des places occupées, aux heures d’ouverture"),
                new DayView.Figure(busy + " sur " + agendas.size(), busy < 2 ? "espace réservé" : "espaces réservés"));
    }

    private List<DayView.Row> rows(List<OperatorAgenda> agendas, Instant now) {
        return agendas.stream()
                .flatMap(agenda -> day(agenda).reservations().stream()
                        .map(reservation -> Map.entry(reservation, row(agenda.space(), reservation, now))))
                .sorted(Comparator.comparing(entry -> entry.getKey().interval().start()))
                .map(Map.Entry::getValue)
                .toList();
    }

    private DayView.Row row(Space space, Reservation reservation, Instant now) {
        ZonedDateTime start = reservation.interval().start().atZone(space.zone());
        ZonedDateTime end = reservation.interval().end().atZone(space.zone());
        boolean begun = !now.isBefore(reservation.interval().start());
        return new DayView.Row(
                FrenchTime.range(start, end),
                space.name(),
                Integer.toString(reservation.quantity()),
                services.people().name(reservation.holder()),
                Paths.reservation(reservation.id()),
                begun ? null : Paths.cancel(reservation.id()));
    }
}
