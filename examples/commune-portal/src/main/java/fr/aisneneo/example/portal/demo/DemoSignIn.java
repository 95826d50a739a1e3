package fr.aisneneo.example.portal.demo;

import fr.aisneneo.example.portal.error.PortalError;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.ErrorAnswers;
import fr.aisneneo.example.portal.web.Frame;
import fr.aisneneo.example.portal.web.Pages;
import fr.aisneneo.example.portal.web.Redirects;
import fr.aisneneo.example.portal.web.SignIn;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A sign-in that asks for nothing: one chooses who to be. For a demonstration only. */
public final class DemoSignIn implements SignIn {

    /**
     * What the page shows.
     *
     * @param frame what stands around it
     * @param csrfToken what the form carries
     * @param next where to go afterwards
     * @param expired whether somebody has to sign in again
     * @param error why signing in failed, if it did
     * @param choices who one can be
     */
    public record View(
            Frame frame,
            String csrfToken,
            String next,
            boolean expired,
            @Nullable String error,
            List<DemoAccount> choices) {}

    private final Pages pages;

    /**
     * The sign-in page.
     *
     * @param pages how it is shown
     */
    public DemoSignIn(Pages pages) {
        this.pages = pages;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(ErrorAnswers.SIGN_IN, ctx -> show(ctx, ctx.queryParam("suite"), null));
        routes.post(ErrorAnswers.SIGN_IN, this::signIn);
        routes.post(ErrorAnswers.SIGN_OUT, ctx -> {
            Visit.of(ctx).signOut();
            ctx.redirect("/", HttpStatus.SEE_OTHER);
        });
    }

    private void signIn(Context ctx) {
        String next = ctx.formParam("suite");
        Optional<DemoAccount> chosen = DemoAccount.find(ctx.formParam("compte"));
        if (chosen.isEmpty()) {
            ctx.status(PortalError.ACCOUNT_UNKNOWN.status());
            show(ctx, next, PortalError.ACCOUNT_UNKNOWN.text(Locale.FRENCH, Map.of()));
            return;
        }
        Visit.of(ctx).signIn(chosen.get().account());
        ctx.redirect(Redirects.own(next), HttpStatus.SEE_OTHER);
    }

    private void show(Context ctx, @Nullable String next, @Nullable String error) {
        Frame frame = pages.frame(ctx, "Se connecter", Frame.Section.NONE);
        boolean expired = ctx.queryParam(ErrorAnswers.EXPIRED) != null;
        String token = Visit.of(ctx).csrfToken();
        pages.show(ctx, "sign-in", new View(frame, token, Redirects.own(next), expired, error, DemoAccount.ALL));
    }
}
