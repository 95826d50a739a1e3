package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.payment.Settlement;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.PaymentWords;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One reservation: shown, and cancelled after a question. */
public final class ReservationPage implements Routes {
    /** What of the money is kept, in minor units, as the page said it. */
    private static final String KEPT = "retenu";

    private final Pages pages;
    private final Services services;
    private final ReservationCards cards;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it shows
     */
    public ReservationPage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
        this.cards = new ReservationCards(services);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/reservations/{reservation}", this::show);
        routes.get("/reservations/{reservation}/annuler", this::ask);
        routes.post("/reservations/{reservation}/annuler", this::cancel);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Reservation reservation = find(ctx, actor);
        boolean own = reservation.holder().equals(actor.party());
        pages.show(
                ctx,
                "reservation",
                new ReservationView(
                        pages.frame(ctx, "Réservation", section(own)),
                        cards.of(actor, reservation),
                        reservation.status() == ReservationStatus.CONFIRMED && ctx.queryParam("nouvelle") != null,
                        holder(reservation, own),
                        setAside(actor, reservation),
                        own
                                ? new Link("Mes réservations", "/reservations")
                                : new Link("La journée du site", day(reservation))));
    }

    private void ask(Context ctx) {
        Actor actor = services.somebody(ctx);
        Reservation reservation = find(ctx, actor);
        ReservationCard card = cards.of(actor, reservation);
        if (card.cancel() == null) {
            ctx.redirect(card.href(), HttpStatus.SEE_OTHER);
            return;
        }
        question(ctx, actor, reservation, null);
    }

    private void cancel(Context ctx) {
        Actor actor = services.somebody(ctx);
        Reservation reservation = find(ctx, actor);
        try {
            services.paid().cancel(actor, reservation.id(), agreed(ctx));
            ctx.redirect(Paths.reservation(reservation.id()), HttpStatus.SEE_OTHER);
        } catch (RefusedException | ConflictException e) {
            Failure failure = Failure.of(e, Visit.of(ctx).reference());
            ctx.status(failure.status());
            question(ctx, actor, reservation, Wording.message(failure));
        }
    }

    private void question(Context ctx, Actor actor, Reservation reservation, @Nullable String refusal) {
        boolean own = reservation.holder().equals(actor.party());
        Optional<Settlement> settlement =
                services.paid().settlement(actor, reservation, services.clock().instant());
        pages.show(
                ctx,
                "cancel",
                new CancelView(
                        pages.frame(ctx, "Annuler une réservation", section(own)),
                        cards.of(actor, reservation),
                        Paths.cancel(reservation.id()),
                        holder(reservation, own),
                        settlement.map(PaymentWords::settlement).orElse(null),
                        settlement
                                .map(known -> Long.toString(known.kept().minorUnits()))
                                .orElse(""),
                        refusal));
    }

    /** What the page said is kept; null if it said nothing. */
    private @Nullable Money agreed(Context ctx) {
        String kept = ctx.formParam(KEPT);
        return kept == null || !kept.matches("[0-9]{1,18}")
                ? null
                : Money.ofMinorUnits(Long.parseLong(kept), services.accounts().currency());
    }

    private @Nullable String setAside(Actor actor, Reservation reservation) {
        Instant now = services.clock().instant();
        if (reservation.status() != ReservationStatus.CONFIRMED
                || !now.isBefore(reservation.interval().start())) {
            return null;
        }
        return services.paid()
                .settlement(actor, reservation, now)
                .map(known -> known.kept().plus(known.givenBack()).format(Locale.FRENCH))
                .orElse(null);
    }

    private Reservation find(Context ctx, Actor actor) {
        ReservationId id = ReservationId.parse(ctx.pathParam("reservation"));
        return services.booking()
                .find(actor, id)
                .orElseThrow(() -> new NotFoundException(BookingError.RESERVATION_UNKNOWN, Map.of("id", id)));
    }

    private static Frame.Section section(boolean own) {
        return own ? Frame.Section.RESERVATIONS : Frame.Section.OPERATION;
    }

    private @Nullable String holder(Reservation reservation, boolean own) {
        return own ? null : services.people().name(reservation.holder());
    }

    private static String day(Reservation reservation) {
        return Paths.day(reservation.site(), reservation.slot().start().toLocalDate());
    }
}
