package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.FreeSlot;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.sdk.FreeSlots;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.SpaceWords;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reserves a space: the form, what is wrong with it, and what is free instead. */
public final class BookingPage implements Routes {
    private final Pages pages;
    private final Services services;
    private final PaidBookings paid;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services what it reserves
     */
    public BookingPage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
        this.paid = new PaidBookings(pages, services);
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/espaces/{space}/reserver", this::ask);
        routes.post("/espaces/{space}/reserver", this::reserve);
    }

    private void ask(Context ctx) {
        Actor actor = services.somebody(ctx);
        Space space = space(ctx, actor);
        BookingForm form = BookingForm.proposed(ctx)
                .or(() -> FreeSlots.next(
                                services.booking(),
                                actor,
                                space,
                                services.clock().instant())
                        .map(free ->
                                BookingForm.of(free.slot().start(), free.slot().end(), 1)))
                .orElseGet(BookingForm::empty);
        show(ctx, actor, space, form, services.booking().newReservationId(), null, null);
    }

    private void reserve(Context ctx) {
        Actor actor = services.somebody(ctx);
        Space space = space(ctx, actor);
        ReservationId id =
                ReservationId.parse(Optional.ofNullable(ctx.formParam("id")).orElse(""));
        BookingForm form = BookingForm.sent(ctx);
        LocalSlot slot = form.slot(space);
        Integer quantity = form.quantity();
        if (slot == null || quantity == null) {
            ctx.status(HttpStatus.BAD_REQUEST);
            show(ctx, actor, space, form, id, null, null);
            return;
        }
        ReservationRequest request = new ReservationRequest(id, space.id(), slot, quantity, actor.party());
        try {
            if (paid.ask(ctx, actor, space, form, request)) {
                return;
            }
            Reservation reservation = services.paid().reserve(actor, request, null);
            ctx.redirect(Paths.reservation(reservation.id()) + "?nouvelle=oui", HttpStatus.SEE_OTHER);
        } catch (ForbiddenException | NotFoundException e) {
            throw e;
        } catch (NeoException e) {
            refused(ctx, actor, space, form, request, e);
        }
    }

    private void refused(
            Context ctx, Actor actor, Space space, BookingForm form, ReservationRequest request, NeoException refusal) {
        Failure failure = Failure.of(refusal, Visit.of(ctx).reference());
        if (failure.ourFault()) {
            throw refusal;
        }
        if (failure.temporary()) {
            ctx.header("Retry-After", "2");
        }
        ctx.status(failure.status());
        boolean besideField = form.refuse(failure);
        String missing = paid.missing(actor, request, refusal);
        boolean usedId = refusal.errorCode() == CoreError.COMMAND_REPEATED_DIFFERENTLY;
        show(
                ctx,
                actor,
                space,
                form,
                usedId ? services.booking().newReservationId() : request.id(),
                besideField ? null : Wording.message(failure) + (missing == null ? "" : " " + missing),
                refusal instanceof ConflictException && !usedId ? alternative(actor, space, request) : null);
    }

    private @Nullable Link alternative(Actor actor, Space space, ReservationRequest request) {
        return FreeSlots.insteadOf(
                        services.booking(), actor, space, request.slot().interval(), request.quantity())
                .map(free -> link(free, request.quantity()))
                .orElse(null);
    }

    private static Link link(FreeSlot free, int quantity) {
        var start = free.interval().start().atZone(free.slot().zone());
        var end = free.interval().end().atZone(free.slot().zone());
        return new Link(
                FrenchTime.dayWithoutYear(start.toLocalDate()) + ", " + FrenchTime.range(start, end),
                Paths.book(free.space(), start, end) + "&" + BookingForm.PLACES + "=" + quantity);
    }

    private Space space(Context ctx, Actor actor) {
        SpaceId id = SpaceId.parse(ctx.pathParam("space"));
        return services.booking()
                .space(actor, id)
                .orElseThrow(() -> new NotFoundException(BookingError.SPACE_UNKNOWN, Map.of("id", id)));
    }

    private void show(
            Context ctx,
            Actor actor,
            Space space,
            BookingForm form,
            ReservationId id,
            @Nullable String refusal,
            @Nullable Link alternative) {
        Site site = services.territory().site(actor, space.site());
        pages.show(
                ctx,
                "book",
                new BookingView(
                        pages.frame(ctx, "Réserver : " + space.name() + ", " + site.name(), Frame.Section.SPACES),
                        Paths.site(site),
                        Paths.space(space),
                        Paths.book(space.id()),
                        id.text(),
                        form.field(BookingForm.DATE, "Date"),
                        form.field(BookingForm.START, "Début"),
                        form.field(BookingForm.END, "Fin"),
                        form.field(BookingForm.QUANTITY, "Places"),
                        form.repeated(space.zone()),
                        space.capacity(),
                        space.capacity() == 1,
                        refusal,
                        alternative,
                        services.clock()
                                .instant()
                                .atZone(space.zone())
                                .toLocalDate()
                                .toString(),
                        SpaceWords.rules(space.rules()),
                        paid.notes(actor, space)));
    }
}
