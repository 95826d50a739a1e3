package fr.aisneneo.example.portal.web;

import fr.aisneneo.example.portal.error.Failure;
import fr.aisneneo.example.portal.error.PortalError;
import fr.aisneneo.example.portal.session.CsrfTokens;
import fr.aisneneo.example.portal.session.Visit;
import fr.aisneneo.example.portal.wording.Wording;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import io.javalin.http.MethodNotAllowedResponse;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns what stopped a request into an answer: a page for people, problem details for programs. */
public final class ErrorAnswers implements Routes {
    /** Where somebody goes who has to sign in first. */
    public static final String SIGN_IN = "/connexion";

    /** Where somebody goes to sign out. */
    public static final String SIGN_OUT = "/deconnexion";

    /** Tells the sign-in page that somebody was signed in until a moment ago. */
    public static final String EXPIRED = "expiree";

    private static final Logger LOG = LoggerFactory.getLogger(ErrorAnswers.class);
    private static final String RETRY_SECONDS = "2";
    private static final Set<HandlerType> LOOKING = Set.of(HandlerType.GET, HandlerType.HEAD);
    private static final Set<String> NOT_TYPED = Set.of(CsrfTokens.FIELD, "id");

    /**
     * What the page of a refusal shows.
     *
     * @param frame what stands around it
     * @param title the refusal in a few words
     * @param message the refusal in whole sentences
     * @param code its stable code
     * @param reference the reference of the request, if the log tells more
     */
    public record View(
            Frame frame,
            String title,
            String message,
            String code,
            @Nullable String reference) {}

    private final Pages pages;
    private final Json json;

    /**
     * Answers in both forms.
     *
     * @param pages for people
     * @param json for programs
     */
    public ErrorAnswers(Pages pages, Json json) {
        this.pages = pages;
        this.json = json;
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.exception(Exception.class, this::answer);
        routes.exception(HttpResponseException.class, this::answer);
    }

    private void answer(Exception exception, Context ctx) {
        if (exception instanceof MethodNotAllowedResponse refused) {
            ctx.header("Allow", String.join(", ", refused.getDetails().values()) + ", OPTIONS");
            if (ctx.method().equals(HandlerType.OPTIONS)) {
                ctx.status(HttpStatus.NO_CONTENT);
                return;
            }
        }
        Visit visit = Visit.of(ctx);
        Failure failure = Failure.of(exception, visit.reference());
        if (failure.ourFault()) {
            LOG.error("Request {} failed", visit.reference(), exception);
        }
        answer(ctx, failure);
    }

    private void answer(Context ctx, Failure failure) {
        boolean api = ctx.path().startsWith("/api/");
        if (failure.code() == PortalError.SIGN_IN_REQUIRED && !api) {
            signInFirst(ctx);
            return;
        }
        if (failure.code() == PortalError.CSRF && !api && sessionExpired(ctx)) {
            ctx.redirect(afterExpiry(ctx), HttpStatus.SEE_OTHER);
            return;
        }
        if (failure.temporary()) {
            ctx.header("Retry-After", RETRY_SECONDS);
        }
        if (api) {
            if (failure.status() == PortalError.SIGN_IN_REQUIRED.status()) {
                ctx.header("WWW-Authenticate", "Cookie");
            }
            problem(ctx, failure, null);
        } else {
            page(ctx, failure);
        }
    }

    private static void signInFirst(Context ctx) {
        boolean comesBack = LOOKING.contains(ctx.method());
        String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
        String next = comesBack ? "?suite=" + encode(ctx.path() + query) : "";
        ctx.redirect(SIGN_IN + next, HttpStatus.SEE_OTHER);
    }

    /** A form that was sent by somebody whose session ended meanwhile; the sign-in form itself is none of these. */
    private static boolean sessionExpired(Context ctx) {
        return ctx.method().equals(HandlerType.POST)
                && Visit.of(ctx).account().isEmpty()
                && !ctx.path().equals(SIGN_IN);
    }

    /** Whoever wanted to sign out is out; anybody else signs in and is back at the form. */
    private static String afterExpiry(Context ctx) {
        return ctx.path().equals(SIGN_OUT) ? "/" : SIGN_IN + "?" + EXPIRED + "=oui&suite=" + encode(filledForm(ctx));
    }

    /** The page of the form with what was typed, which its own address takes; never what proves or identifies. */
    private static String filledForm(Context ctx) {
        String typed = ctx.formParamMap().entrySet().stream()
                .filter(field -> !NOT_TYPED.contains(field.getKey()))
                .map(field -> encode(field.getKey()) + "="
                        + encode(
                                field.getValue().isEmpty()
                                        ? ""
                                        : field.getValue().get(0)))
                .collect(Collectors.joining("&"));
        String filled = Redirects.own(typed.isEmpty() ? ctx.path() : ctx.path() + "?" + typed);
        return filled.equals("/") ? ctx.path() : filled;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /**
     * Answers a program.
     *
     * @param ctx the request
     * @param failure what was refused
     * @param alternative a free slot instead, if there is one to offer
     */
    public void problem(Context ctx, Failure failure, Problem.@Nullable FreeSlot alternative) {
        Visit visit = Visit.of(ctx);
        Locale language = visit.language();
        String code = failure.code().code();
        ctx.header("Content-Language", language.getLanguage()).header("Vary", "Accept-Language");
        json.answer(
                ctx,
                new Problem(
                        "tag:aisneneo.fr,2026:problem:" + code,
                        Wording.title(failure.status(), language),
                        failure.status(),
                        failure.message(language),
                        code,
                        failure.field(),
                        "urn:uuid:" + visit.reference(),
                        alternative));
    }

    private void page(Context ctx, Failure failure) {
        String title = Wording.title(failure.status(), Locale.FRENCH);
        ctx.status(failure.status());
        pages.show(
                ctx,
                "error",
                new View(
                        pages.frame(ctx, title, Frame.Section.NONE),
                        title,
                        Wording.message(failure),
                        failure.code().code(),
                        failure.ourFault() ? Visit.of(ctx).reference() : null));
    }
}
