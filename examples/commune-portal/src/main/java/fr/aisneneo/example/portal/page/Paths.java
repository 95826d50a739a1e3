package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The addresses of the pages. */
final class Paths {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm", Locale.ROOT);

    static final String ACCOUNT = "/compte";
    static final String ACCOUNT_CSV = ACCOUNT + "/releve.csv";
    static final String PAYMENT_CODE = ACCOUNT + "/recevoir";

    private Paths() {}

    static String account(YearMonth month, int page) {
        return ACCOUNT + "?mois=" + month + (page == 1 ? "" : "&page=" + page);
    }

    static String accountCsv(YearMonth month) {
        return ACCOUNT_CSV + "?mois=" + month;
    }

    static String site(SiteId site) {
        return "/sites/" + site;
    }

    static Link site(Site site) {
        return new Link(site.name(), site(site.id()));
    }

    static String space(SpaceId space) {
        return "/espaces/" + space;
    }

    static Link space(Space space) {
        return new Link(space.name(), space(space.id()));
    }

    static String week(SpaceId space, LocalDate monday) {
        return space(space) + "?semaine=" + monday;
    }

    static String book(SpaceId space) {
        return space(space) + "/reserver";
    }

    static String book(SpaceId space, ZonedDateTime start, ZonedDateTime end) {
        return book(space) + "?" + BookingForm.START + "=" + MINUTES.format(start) + "&" + BookingForm.END + "="
                + MINUTES.format(end)
                + (second(start) ? "&" + BookingForm.START_SECOND + "=oui" : "")
                + (second(end) ? "&" + BookingForm.END_SECOND + "=oui" : "");
    }

    /** Whether a time is the second one of those that the clock shows twice. */
    private static boolean second(ZonedDateTime time) {
        List<ZoneOffset> offsets = time.getZone().getRules().getValidOffsets(time.toLocalDateTime());
        return offsets.size() > 1 && offsets.indexOf(time.getOffset()) > 0;
    }

    static String reservation(ReservationId reservation) {
        return "/reservations/" + reservation;
    }

    static String cancel(ReservationId reservation) {
        return reservation(reservation) + "/annuler";
    }

    static String day(SiteId site) {
        return "/exploitation/" + site;
    }

    static String day(SiteId site, LocalDate day) {
        return day(site) + "?jour=" + day;
    }
}
