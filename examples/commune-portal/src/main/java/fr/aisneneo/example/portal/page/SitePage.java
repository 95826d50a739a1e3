package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.AgendaDay;
import fr.aisneneo.booking.FreeSlot;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceAgenda;
import fr.aisneneo.booking.SpaceStatus;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.TimeRange;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.example.portal.account.Account;
import fr.aisneneo.example.portal.sdk.FreeSlots;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.HoursWords;
import fr.aisneneo.example.portal.wording.SpaceWords;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A site: its hours, its spaces, and when each is free next. */
public final class SitePage implements Routes {
    private static final int DAYS = 7;

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public SitePage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/sites/{site}", this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.anybody(ctx);
        Site site = services.territory().site(actor, SiteId.parse(ctx.pathParam("site")));
        LocalDate today = services.clock().instant().atZone(site.zone()).toLocalDate();
        List<SpaceAgenda> agendas = services.booking().agenda(actor, site.id(), today, DAYS);
        boolean operator = Visit.of(ctx).account().map(Account::operator).orElse(false);
        pages.show(
                ctx,
                "site",
                new SiteView(
                        pages.frame(ctx, site.name(), Frame.Section.SPACES),
                        site.name(),
                        Places.lines(site, services.territory()),
                        hours(agendas, today),
                        agendas.stream()
                                .map(SpaceAgenda::space)
                                .filter(space -> space.status() == SpaceStatus.IN_SERVICE)
                                .map(space -> card(actor, space, today))
                                .toList(),
                        operator ? Paths.day(site.id()) : null));
    }

    private static List<SiteView.Hours> hours(List<SpaceAgenda> agendas, LocalDate today) {
        List<SiteView.Hours> hours = new ArrayList<>();
        for (int i = 0; i < DAYS; i++) {
            LocalDate day = today.plusDays(i);
            List<DayHours> ofSpaces = agendas.stream()
                    .flatMap(agenda -> agenda.days().stream())
                    .map(AgendaDay::hours)
                    .filter(its -> its.date().equals(day))
                    .toList();
            List<String> open = HoursWords.union(ofSpaces).stream()
                    .map((TimeRange range) -> HoursWords.ranges(List.of(range)))
                    .toList();
            hours.add(new SiteView.Hours(
                    FrenchTime.weekday(day) + "\u00a0" + day.getDayOfMonth(),
                    open.isEmpty() ? List.of("fermé") : open,
                    HoursWords.reason(ofSpaces, day).orElse(null),
                    i == 0));
        }
        return hours;
    }

    private SiteView.Card card(Actor actor, Space space, LocalDate today) {
        Optional<FreeSlot> next = FreeSlots.next(
                services.booking(), actor, space, services.clock().instant());
        return new SiteView.Card(
                Paths.space(space),
                SpaceWords.icon(space.kind()),
                kindAndCapacity(space),
                SpaceWords.description(space.kind()),
                next.map(slot -> when(slot.slot().start(), today)).orElse(null),
                next.map(slot -> Paths.book(
                                space.id(),
                                slot.interval().start().atZone(space.zone()),
                                slot.interval().end().atZone(space.zone())))
                        .orElse(null));
    }

    private static String kindAndCapacity(Space space) {
        String kind = space.kind().name(Locale.FRENCH);
        String capacity = SpaceWords.capacity(space);
        return kind.equals(space.name()) ? FrenchTime.capital(capacity) : kind + " · " + capacity;
    }

    private static String when(LocalDateTime start, LocalDate today) {
        LocalDate day = start.toLocalDate();
        String at = " à " + FrenchTime.time(start.toLocalTime());
        if (day.equals(today)) {
            return "aujourd’hui" + at;
        }
        return (day.equals(today.plusDays(1)) ? "demain" : FrenchTime.dayWithoutYear(day)) + at;
    }
}
