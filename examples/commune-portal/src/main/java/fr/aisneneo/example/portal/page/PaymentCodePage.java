package fr.aisneneo.example.portal.page;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.picture.QrDrawing;
import fr.aisneneo.example.portal.sdk.Services;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Routes;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A code to be paid with: as text, and as a picture that a telephone scans. It holds no name. */
public final class PaymentCodePage implements Routes {
    /** What payments between members are booked as. */
    private static final int BETWEEN_MEMBERS = 20;

    private static final String AMOUNT = "montant";

    private final Pages pages;
    private final Services services;

    /**
     * The page.
     *
     * @param pages how it is shown
     * @param services whose code it shows
     */
    public PaymentCodePage(Pages pages, Services services) {
        this.pages = pages;
        this.services = services;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(Paths.PAYMENT_CODE, this::show);
    }

    private void show(Context ctx) {
        Actor actor = services.somebody(ctx);
        Account account = services.accounts().require(actor, actor.party());
        String typed = ctx.queryParam(AMOUNT);
        try {
            show(ctx, account, typed, amount(typed, account.terms().currency()));
        } catch (InvalidInputException e) {
            Failure failure = Failure.of(e, Visit.of(ctx).reference());
            ctx.status(failure.status());
            FormField field = new FormField(AMOUNT, "Montant", shown(typed), Wording.message(failure));
            pages.show(ctx, "payment-code", new PaymentCodeView(frame(ctx), field, null, null, null));
        }
    }

    private void show(Context ctx, Account account, @Nullable String typed, @Nullable Money amount) {
        PaymentCode code = new PaymentCode(
                account.id(),
                account.terms().currency(),
                amount == null ? null : amount.minorUnits(),
                BETWEEN_MEMBERS,
                null);
        pages.show(
                ctx,
                "payment-code",
                new PaymentCodeView(
                        frame(ctx),
                        new FormField(AMOUNT, "Montant", shown(typed), null),
                        amount == null ? null : amount.format(Locale.FRENCH),
                        code.text(),
                        QrDrawing.draw(code.text())));
    }

    private Frame frame(Context ctx) {
        return pages.frame(ctx, "Être payé", Frame.Section.ACCOUNT);
    }

    private static @Nullable Money amount(@Nullable String typed, Currency currency) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Money amount = Money.parse(typed.strip(), currency, Locale.FRENCH);
        if (!amount.isPositive()) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE,
                    "amount",
                    Map.of(
                            "min",
                            Money.ofMinorUnits(1, currency).format(Locale.FRENCH),
                            "max",
                            Money.ofMinorUnits(Long.MAX_VALUE, currency).format(Locale.FRENCH)));
        }
        return amount;
    }

    private static String shown(@Nullable String typed) {
        String plain = typed == null ? "" : typed.strip();
        return plain.length() > 40 ? plain.substring(0, 40) : plain;
    }
}
