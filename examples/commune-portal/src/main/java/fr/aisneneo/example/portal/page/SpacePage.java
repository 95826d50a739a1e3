package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.AgendaDay;
import fr.aisneneo.booking.AgendaSegment;
import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceAgenda;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.example.portal.picture.Stretch;
import fr.aisneneo.example.portal.picture.WeekDrawing;
import fr.aisneneo.example.portal.sdk.FreeSlots;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.HoursWords;
import fr.aisneneo.example.portal.wording.PaymentWords;
import fr.aisneneo.example.portal.wording.SpaceWords;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A space: what it is, and one of its weeks, drawn and told. */
public final class SpacePage implements Routes {
    private static final int DAYS = 7;
    private static final int WEEKS_BACK = 8;

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public SpacePage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/espaces/{space}", this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.anybody(ctx);
        SpaceId id = SpaceId.parse(ctx.pathParam("space"));
        Space space = services.booking()
                .space(actor, id)
                .orElseThrow(() -> new NotFoundException(BookingError.SPACE_UNKNOWN, Map.of("id", id)));
        Instant now = services.clock().instant();
        LocalDate today = now.atZone(space.zone()).toLocalDate();
        LocalDate current = monday(today);
        LocalDate first = current.minusWeeks(WEEKS_BACK);
        LocalDate last = monday(today.plusDays(space.rules().horizonDays()));
        String wanted = ctx.queryParam("semaine");
        LocalDate monday =
                wanted == null ? current : monday(Params.date(wanted, "semaine", first, last.plusDays(DAYS - 1)));
        SpaceAgenda agenda = services.booking().agenda(actor, id, monday, DAYS);
        Site site = services.territory().site(actor, space.site());
        pages.show(
                ctx,
                "week",
                new WeekView(
                        pages.frame(ctx, space.name() + ", " + site.name(), Frame.Section.SPACES),
                        Paths.site(site),
                        space.name(),
                        subtitle(space, site),
                        SpaceWords.description(space.kind()),
                        facts(space),
                        week(monday),
                        monday.isAfter(first) ? Paths.week(id, monday.minusWeeks(1)) : null,
                        monday.isBefore(last) ? Paths.week(id, monday.plusWeeks(1)) : null,
                        monday.equals(current) ? null : Paths.space(id),
                        space.capacity() > 1,
                        new WeekDrawing(
                                        space.zone(),
                                        now,
                                        FreeSlots.earliest(space, now),
                                        space.rules().shortest(),
                                        (from, to) -> Paths.book(id, from, to))
                                .draw(stretches(agenda)),
                        agenda.days().stream().map(day -> day(space, day, now)).toList(),
                        Paths.book(id),
                        notes(agenda)));
    }

    private static String subtitle(Space space, Site site) {
        String kind = space.kind().name(Locale.FRENCH);
        return kind.equals(space.name()) ? site.name() : kind + " · " + site.name();
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static String week(LocalDate monday) {
        LocalDate sunday = monday.plusDays(DAYS - 1);
        return monday.getMonth() == sunday.getMonth()
                ? "Du " + FrenchTime.dayOfMonth(monday) + " au " + FrenchTime.date(sunday)
                : "Du " + FrenchTime.dateWithoutYear(monday) + " au " + FrenchTime.date(sunday);
    }

    private List<String> facts(Space space) {
        List<String> facts = new ArrayList<>(List.of(
                SpaceWords.capacity(space),
                "de " + FrenchTime.duration(space.rules().shortest()) + " à "
                        + FrenchTime.duration(space.rules().longest()),
                "jusqu’à " + space.rules().horizonDays() + "\u00a0jours à l’avance"));
        services.paid()
                .tariff()
                .hourly(space.id())
                .ifPresent(hourly -> facts.add(PaymentWords.hourly(hourly, space.capacity())));
        return facts;
    }

    private static SortedMap<LocalDate, List<Stretch>> stretches(SpaceAgenda agenda) {
        SortedMap<LocalDate, List<Stretch>> days = new TreeMap<>();
        for (AgendaDay day : agenda.days()) {
            days.put(day.date(), stretches(agenda.space(), day));
        }
        return days;
    }

    static List<Stretch> stretches(Space space, AgendaDay day) {
        return day.segments().stream()
                .map(segment -> {
                    boolean open = segment.state() != AgendaSegment.State.CLOSED;
                    int used = open ? space.capacity() - segment.remaining() : 0;
                    return new Stretch(segment.interval(), open, used, space.capacity());
                })
                .toList();
    }

    private static WeekView.Day day(Space space, AgendaDay day, Instant now) {
        List<WeekView.Slot> free = new ArrayList<>();
        List<String> taken = new ArrayList<>();
        List<AgendaSegment> segments = day.segments();
        for (int i = 0; i < segments.size(); i++) {
            AgendaSegment segment = segments.get(i);
            if (segment.state() == AgendaSegment.State.TAKEN) {
                taken.add(range(space, segment.interval()));
            } else if (segment.state() == AgendaSegment.State.FREE
                    && segment.interval().end().isAfter(now)) {
                free.add(free(space, segment, endOfFree(segments, i), now));
            }
        }
        String hours = HoursWords.ranges(day.hours().ranges());
        String reason = day.hours().reason(Locale.FRENCH);
        String opening = hours.isEmpty() ? "fermé" : hours;
        return new WeekView.Day(
                FrenchTime.dayWithoutYear(day.date()),
                reason.isEmpty() ? opening : opening + " (" + reason + ")",
                free,
                taken,
                day.date().equals(now.atZone(space.zone()).toLocalDate()),
                !hours.isEmpty() && !day.interval().end().isAfter(now));
    }

    /** Until when places are left without a break; how many may change meanwhile. */
    private static Instant endOfFree(List<AgendaSegment> segments, int from) {
        int last = from;
        while (last + 1 < segments.size() && segments.get(last + 1).state() == AgendaSegment.State.FREE) {
            last++;
        }
        return segments.get(last).interval().end();
    }

    /** A link that fills the form with the first hour, which people change more easily than a whole afternoon. */
    private static WeekView.Slot free(Space space, AgendaSegment segment, Instant end, Instant now) {
        Instant start = segment.interval().start();
        Instant earliest = FreeSlots.earliest(space, now);
        Instant from = start.isBefore(earliest) ? earliest : start;
        Instant to = from.plus(FreeSlots.usualLength(space));
        Instant until = to.isAfter(end) ? end : to;
        boolean bookable = !from.plus(space.rules().shortest()).isAfter(end)
                && from.isBefore(segment.interval().end());
        Instant shown = from.isBefore(segment.interval().end()) ? from : start;
        String when = range(space, new Interval(shown, segment.interval().end()));
        return new WeekView.Slot(
                space.capacity() == 1 ? when : when + "\u00a0: " + SpaceWords.places(segment.remaining()),
                bookable ? Paths.book(space.id(), from.atZone(space.zone()), until.atZone(space.zone())) : null);
    }

    private static String range(Space space, Interval interval) {
        return FrenchTime.range(
                interval.start().atZone(space.zone()), interval.end().atZone(space.zone()));
    }

    private static List<String> notes(SpaceAgenda agenda) {
        List<String> notes = new ArrayList<>();
        for (AgendaDay day : agenda.days()) {
            long hours = day.interval().duration().toHours();
            if (hours != 24) {
                notes.add(clockChange(day, agenda.space().zone(), hours));
            }
        }
        return notes;
    }

    private static String clockChange(AgendaDay day, ZoneId zone, long hours) {
        var transition = zone.getRules().nextTransition(day.interval().start());
        String change = transition == null
                ? ""
                : " : l’horloge passe de "
                        + FrenchTime.time(transition.getDateTimeBefore().toLocalTime()) + " à "
                        + FrenchTime.time(transition.getDateTimeAfter().toLocalTime());
        return FrenchTime.capital(FrenchTime.dayWithoutYear(day.date())) + change + ", la journée a " + hours
                + "\u00a0heures.";
    }
}
