package fr.aisneneo.example.portal.page;

import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.wording.FrenchTime;
import fr.aisneneo.example.portal.wording.PaymentWords;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the form says about prices, and the question between the form and a reservation that costs something. */
final class PaidBookings {
    /** The price that was agreed to, in minor units. */
    private static final String AGREED = "montant";

    private final Pages pages;
    private final Services services;

    PaidBookings(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    /** What a space costs and what there is to pay it with; empty for one that costs nothing. */
    List<String> notes(Actor actor, Space space) {
        Optional<Money> hourly = services.paid().tariff().hourly(space.id());
        if (hourly.isEmpty()) {
            return List.of();
        }
        List<String> notes = new ArrayList<>();
        notes.add("Prix : " + PaymentWords.hourly(hourly.get(), space.capacity())
                + ", mis de côté à la réservation et payé au début.");
        notes.add(services.accounts()
                .find(actor, actor.party())
                .map(account ->
                        "Disponible sur votre compte : " + available(account).format(Locale.FRENCH) + ".")
                .orElse("Vous n’avez pas de compte pour payer."));
        notes.addAll(PaymentWords.terms(services.paid().terms()));
        return notes;
    }

    /**
     * Asks to agree to the price, unless that was done or there is none.
     *
     * @return whether it asked
     * @throws RefusedException with the status that the ledger would give, if the money does not suffice;
     *     {@code portal.money_account.none}
     */
    boolean ask(Context ctx, Actor actor, Space space, BookingForm form, ReservationRequest request) {
        Optional<Money> price = services.paid().price(request);
        if (price.isEmpty() || Long.toString(price.get().minorUnits()).equals(ctx.formParam(AGREED))) {
            return false;
        }
        Account account = services.accounts().require(actor, actor.party());
        Money left = available(account).minus(price.get());
        if (left.isNegative()) {
            throw new RefusedException(TransferStatus.EXCEEDS_CREDITS, Map.of("id", request.id()));
        }
        show(ctx, actor, space, form, request, price.get(), left);
        return true;
    }

    private void show(
            Context ctx,
            Actor actor,
            Space space,
            BookingForm form,
            ReservationRequest request,
            Money price,
            Money left) {
        Site site = services.territory().site(actor, space.site());
        ZonedDateTime start = request.slot().interval().start().atZone(space.zone());
        ZonedDateTime end = request.slot().interval().end().atZone(space.zone());
        Map<String, String> fields = form.fields();
        pages.show(
                ctx,
                "confirm",
                new ConfirmView(
                        pages.frame(
                                ctx, "Vérifier le prix : " + space.name() + ", " + site.name(), Frame.Section.SPACES),
                        Paths.site(site),
                        Paths.space(space),
                        Paths.book(space.id()),
                        request.id().text(),
                        fields,
                        FrenchTime.capital(FrenchTime.day(start.toLocalDate())),
                        FrenchTime.range(start, end),
                        price.format(Locale.FRENCH),
                        Long.toString(price.minorUnits()),
                        left.plus(price).format(Locale.FRENCH),
                        left.format(Locale.FRENCH),
                        PaymentWords.terms(services.paid().terms()),
                        Paths.book(space.id()) + "?" + query(fields)));
    }

    /** What a refusal says more than its own text: how much there is, and how much is needed. */
    @Nullable String missing(Actor actor, ReservationRequest request, NeoException refusal) {
        if (refusal.errorCode() != TransferStatus.EXCEEDS_CREDITS) {
            return null;
        }
        return services.accounts()
                .find(actor, actor.party())
                .flatMap(account -> services.paid()
                        .price(request)
                        .map(price -> "Il faut " + price.format(Locale.FRENCH) + ", et "
                                + available(account).format(Locale.FRENCH)
                                + " sont disponibles. Rien n’a été réservé ni mis de côté."))
                .orElse(null);
    }

    private static Money available(Account account) {
        return Money.ofMinorUnits(account.available(), account.terms().currency());
    }

    private static String query(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }
}
