package fr.aisneneo.example.portal.demo;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.example.portal.account.Account;
import fr.aisneneo.example.portal.error.PortalError;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Params;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import org.jspecify.annotations.Nullable;

/** Signs programs in to accounts of the demonstration, as the page does for people. Goes where the page goes. */
public final class DemoSessionApi implements Routes {

    /**
     * Who to be.
     *
     * @param account the key of an account of the demonstration
     */
    public record Request(@Nullable String account) {}

    /**
     * Who is signed in.
     *
     * @param name the name, if somebody is
     * @param operator whether that is an operator
     * @param csrfToken what every change has to carry in the header {@code X-CSRF-Token}, if somebody is
     */
    public record SessionJson(
            @Nullable String name,
            boolean operator,
            @Nullable String csrfToken) {}

    private final Json json;

    /**
     * The addresses.
     *
     * @param json how answers are written
     */
    public DemoSessionApi(Json json) {
        this.json = json;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get("/api/session", ctx -> answer(ctx, 200));
        routes.post("/api/session", this::signIn);
        routes.delete("/api/session", ctx -> {
            Visit.of(ctx).signOut();
            ctx.status(204);
        });
    }

    private void signIn(Context ctx) {
        String key = Params.required(json.body(ctx, Request.class).account(), "account");
        DemoAccount chosen =
                DemoAccount.find(key).orElseThrow(() -> new ForbiddenException(PortalError.ACCOUNT_UNKNOWN));
        Visit.of(ctx).signIn(chosen.account());
        answer(ctx, 201);
    }

    private void answer(Context ctx, int status) {
        Visit visit = Visit.of(ctx);
        json.answer(
                ctx,
                status,
                new SessionJson(
                        visit.account().map(Account::name).orElse(null),
                        visit.account().map(Account::operator).orElse(false),
                        visit.account().isPresent() ? visit.csrfToken() : null));
    }
}
