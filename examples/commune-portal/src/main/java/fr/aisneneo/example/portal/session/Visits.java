package fr.aisneneo.example.portal.session;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.example.portal.account.Account;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Knows the browser behind each request, and whether what it sends was meant by the person in front of it. */
public final class Visits {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> OWN_ORIGIN = Set.of("same-origin", "none");
    private static final String VISITOR_ATTRIBUTE = "neo.visitor";
    private static final int LONGEST_ACCEPT_LANGUAGE = 200;

    private final Sessions sessions;
    private final BrowserCookies cookies;
    private final CsrfTokens csrf = new CsrfTokens();
    private final Supplier<UUID> references;

    /**
     * Visits of one portal.
     *
     * @param sessions the browsers that are signed in
     * @param cookies how browsers are recognised
     * @param references where references of requests come from
     */
    public Visits(Sessions sessions, BrowserCookies cookies, Supplier<UUID> references) {
        this.sessions = sessions;
        this.cookies = cookies;
        this.references = references;
    }

    /** Starts the visit of a request; the first handler of all. */
    public Visit begin(Context ctx) {
        Session session = cookies.session(ctx).flatMap(sessions::find).orElse(null);
        return new Visit(this, ctx, references.get().toString(), language(ctx), session);
    }

    /**
     * Refuses a change that a page of ours did not ask for. A program without a session may go on: it has no cookie
     * that somebody could use behind its back, and must send JSON, which no form of another site can.
     *
     * @throws ForbiddenException {@code portal.csrf}
     */
    public void requireGenuine(Context ctx) {
        if (SAFE_METHODS.contains(ctx.method().name())) {
            return;
        }
        String site = ctx.header("Sec-Fetch-Site");
        Optional<Session> session = Visit.of(ctx).session();
        Optional<String> cookie = session.map(Session::id).or(() -> cookies.visitor(ctx));
        boolean withoutCookie = session.isEmpty() && ctx.path().startsWith("/api/");
        boolean proved = withoutCookie
                || cookie.filter(known -> csrf.matches(known, sentToken(ctx))).isPresent();
        if ((site != null && !OWN_ORIGIN.contains(site)) || !proved) {
            throw new ForbiddenException(PortalError.CSRF);
        }
    }

    private static @Nullable String sentToken(Context ctx) {
        String header = ctx.header(CsrfTokens.HEADER);
        return header == null && ctx.isFormUrlencoded() ? ctx.formParam(CsrfTokens.FIELD) : header;
    }

    String csrfToken(Context ctx, @Nullable Session session) {
        return csrf.of(session == null ? visitor(ctx) : session.id());
    }

    private String visitor(Context ctx) {
        return Objects.requireNonNull(ctx.attributeOrCompute(
                VISITOR_ATTRIBUTE, c -> cookies.visitor(c).orElseGet(() -> cookies.startVisitor(c))));
    }

    Session replaceSession(Context ctx, @Nullable Session before, Account account) {
        if (before != null) {
            sessions.end(before);
        }
        Session started = sessions.begin(account);
        cookies.startSession(ctx, started);
        return started;
    }

    void endSession(Context ctx, @Nullable Session session) {
        if (session != null) {
            sessions.end(session);
        }
        cookies.endSession(ctx);
    }

    private static Locale language(Context ctx) {
        String wanted = ctx.header("Accept-Language");
        if (wanted == null || wanted.length() > LONGEST_ACCEPT_LANGUAGE) {
            return Locale.FRENCH;
        }
        try {
            Locale found = Locale.lookup(Locale.LanguageRange.parse(wanted), List.of(Locale.FRENCH, Locale.ENGLISH));
            return found == null ? Locale.FRENCH : found;
        } catch (IllegalArgumentException e) {
            return Locale.FRENCH;
        }
    }
}
