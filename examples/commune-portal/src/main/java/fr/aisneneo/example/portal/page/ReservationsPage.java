package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.MyReservations;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One's own reservations. */
public final class ReservationsPage implements Routes {
    private static final int MOST_TO_COME = 200;
    private static final int MOST_PAST = 50;

    private final Pages pages;
    private final Services services;
    private final ReservationCards cards;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public ReservationsPage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
        this.cards = new ReservationCards(services);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/reservations", this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Page<Reservation> toCome = mine(actor, MyReservations.TO_COME, MOST_TO_COME);
        Page<Reservation> past = mine(actor, MyReservations.PAST, MOST_PAST);
        List<Reservation> cancelled = toCome.values().stream()
                .filter(reservation -> reservation.status() == ReservationStatus.CANCELLED)
                .toList();
        pages.show(
                ctx,
                "reservations",
                new ReservationsView(
                        pages.frame(ctx, "Mes réservations", Frame.Section.RESERVATIONS),
                        toCome.values().stream()
                                .filter(reservation -> reservation.status() != ReservationStatus.CANCELLED)
                                .map(reservation -> cards.of(actor, reservation))
                                .toList(),
                        Stream.concat(cancelled.stream(), past.values().stream())
                                .map(reservation -> cards.of(actor, reservation))
                                .toList(),
                        past.next().isPresent() || toCome.next().isPresent()));
    }

    private Page<Reservation> mine(Actor actor, MyReservations which, int limit) {
        return services.booking().mine(actor, which, limit, Optional.empty());
    }
}
