package fr.aisneneo.example.portal.session;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.example.portal.account.Account;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One request: who asks, in which language, under which reference. Used by the thread of the request only. */
public final class Visit {
    private static final String ATTRIBUTE = "neo.visit";

    private final Visits visits;
    private final Context ctx;
    private final String reference;
    private final Locale language;
    private @Nullable Session session;

    Visit(Visits visits, Context ctx, String reference, Locale language, @Nullable Session session) {
        this.visits = visits;
        this.ctx = ctx;
        this.reference = reference;
        this.language = language;
        this.session = session;
        ctx.attribute(ATTRIBUTE, this);
    }

    /** The visit that a request is; every request is one before any handler of ours sees it. */
    public static Visit of(Context ctx) {
        return Objects.requireNonNull(ctx.<Visit>attribute(ATTRIBUTE));
    }

    /** Ties answers, events and log lines together; says nothing about the person. */
    public String reference() {
        return reference;
    }

    /** French, or English for a program that asks for it. */
    public Locale language() {
        return language;
    }

    /** Who is signed in, if somebody is. */
    public Optional<Account> account() {
        return session().map(Session::account);
    }

    /**
     * Who is signed in.
     *
     * @throws ForbiddenException {@code portal.sign_in_required} if nobody is
     */
    public Account requireAccount() {
        return account().orElseThrow(() -> new ForbiddenException(PortalError.SIGN_IN_REQUIRED));
    }

    Optional<Session> session() {
        return Optional.ofNullable(session);
    }

    /** What the forms of the answer have to carry. */
    public String csrfToken() {
        return visits.csrfToken(ctx, session);
    }

    /** Signs somebody in who has proved who they are. The browser gets a new session. */
    public void signIn(Account account) {
        session = visits.replaceSession(ctx, session, account);
    }

    /** Signs out. */
    public void signOut() {
        visits.endSession(ctx, session);
        session = null;
    }
}
