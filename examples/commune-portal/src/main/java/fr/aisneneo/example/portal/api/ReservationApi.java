package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.BookingError;
import fr.aisneneo.booking.MyReservations;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationId;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.ReservationStatus;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.error.PortalError;
import fr.aisneneo.example.portal.sdk.FreeSlots;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.ErrorAnswers;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Map;
import java.util.Optional;

/** Reservations: made, listed, read and cancelled by the account that is signed in. */
public final class ReservationApi implements Routes {
    private static final int MOST_LISTED = 200;

    private final Json json;
    private final ErrorAnswers errors;
    private final Services services;

    /**
     * The addresses.
     *
     * @param json how answers are written
     * @param errors how conflicts are answered, with a free slot instead
     * @param services what they say
     */
    public ReservationApi(Json json, ErrorAnswers errors, Services services) {
        this.json = json;
        this.errors = errors;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.post("/api/reservations", this::reserve);
        routes.get("/api/reservations/mine", this::mine);
        routes.get("/api/reservations/{reservation}", this::show);
        routes.delete("/api/reservations/{reservation}", this::cancel);
        routes.post("/api/reservations/{reservation}/cancel", this::cancel);
    }

    private void reserve(Context ctx) {
        Actor actor = services.somebody(ctx);
        ReservationJson.Request body = json.body(ctx, ReservationJson.Request.class);
        ReservationId id = body.id() == null ? services.booking().newReservationId() : ReservationId.parse(body.id());
        SpaceId spaceId = SpaceId.parse(Params.required(body.space(), "space"));
        Space space = services.booking()
                .space(actor, spaceId)
                .orElseThrow(() -> new NotFoundException(BookingError.SPACE_UNKNOWN, Map.of("id", spaceId)));
        LocalSlot slot = Times.slot(body.start(), body.end(), body.zone(), space.zone());
        int quantity = body.quantity() == null ? 1 : body.quantity();
        ReservationRequest request = new ReservationRequest(id, spaceId, slot, quantity, actor.party());
        try {
            boolean repeated =
                    body.id() != null && services.booking().find(actor, id).isPresent();
            Reservation reservation = services.paid().reserve(actor, request, null);
            if (reservation.status() == ReservationStatus.CANCELLED) {
                throw new ConflictException(PortalError.RESERVATION_CANCELLED, Map.of());
            }
            ctx.header("Location", "/api/reservations/" + reservation.id());
            json.answer(ctx, repeated ? 200 : 201, ReservationJson.of(reservation));
        } catch (ConflictException e) {
            Failure failure = Failure.of(e, Visit.of(ctx).reference());
            boolean taken = e.errorCode() == BookingError.SLOT_TAKEN;
            errors.problem(
                    ctx,
                    failure,
                    taken
                            ? FreeSlots.insteadOf(services.booking(), actor, space, slot.interval(), quantity)
                                    .map(SpaceApi::json)
                                    .orElse(null)
                            : null);
        }
    }

    private void mine(Context ctx) {
        Actor actor = services.somebody(ctx);
        String which = Optional.ofNullable(ctx.queryParam("which")).orElse("to_come");
        int limit = Params.integer(Optional.ofNullable(ctx.queryParam("limit")).orElse("50"), "limit", 1, MOST_LISTED);
        Optional<Cursor> from = Optional.ofNullable(ctx.queryParam("cursor")).map(Cursor::new);
        Page<Reservation> page = services.booking().mine(actor, which(which), limit, from);
        json.answer(
                ctx,
                200,
                new ReservationJson.Page(
                        page.values().stream().map(ReservationJson::of).toList(),
                        page.next().map(Cursor::text).orElse(null)));
    }

    private static MyReservations which(String text) {
        return switch (text) {
            case "to_come" -> MyReservations.TO_COME;
            case "past" -> MyReservations.PAST;
            default ->
                throw new InvalidInputException(
                        CoreError.INPUT_MALFORMED, "which", Map.of("expected", "to_come, past"));
        };
    }

    private static ReservationId id(Context ctx) {
        return ReservationId.parse(ctx.pathParam("reservation"));
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        ReservationId id = id(ctx);
        Reservation reservation = services.booking()
                .find(actor, id)
                .orElseThrow(() -> new NotFoundException(BookingError.RESERVATION_UNKNOWN, Map.of("id", id)));
        json.answer(ctx, 200, ReservationJson.of(reservation));
    }

    private void cancel(Context ctx) {
        Actor actor = services.somebody(ctx);
        json.answer(ctx, 200, ReservationJson.of(services.paid().cancel(actor, id(ctx), null)));
    }
}
