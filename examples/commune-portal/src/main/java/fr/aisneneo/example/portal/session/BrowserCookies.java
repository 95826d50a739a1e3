package fr.aisneneo.example.portal.session;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.SameSite;
import java.util.Optional;

/**
 * The two cookies of the portal: one of a signed-in browser, one that ties the sign-in form to the browser it was shown
 * in. No script can read them, no other site's form can bring them along, and neither outlives the browser.
 */
public final class BrowserCookies {
    private static final int UNTIL_THE_BROWSER_CLOSES = -1;
    private static final int LONGEST = 128;

    private final String session;
    private final String visitor;
    private final boolean secure;
    private final RandomTokens tokens = new RandomTokens();

    /**
     * Cookies for one way of being reached.
     *
     * @param secure whether browsers reach the portal by https, so that the cookies never travel otherwise
     */
    public BrowserCookies(boolean secure) {
        this.secure = secure;
        String prefix = secure ? "__Host-" : "";
        this.session = prefix + "neo_session";
        this.visitor = prefix + "neo_visitor";
    }

    Optional<String> session(Context ctx) {
        return read(ctx, session);
    }

    Optional<String> visitor(Context ctx) {
        return read(ctx, visitor);
    }

    private static Optional<String> read(Context ctx, String name) {
        return Optional.ofNullable(ctx.cookie(name)).filter(value -> !value.isEmpty() && value.length() <= LONGEST);
    }

    void startSession(Context ctx, Session started) {
        write(ctx, session, started.id(), UNTIL_THE_BROWSER_CLOSES);
    }

    void endSession(Context ctx) {
        write(ctx, session, "", 0);
    }

    String startVisitor(Context ctx) {
        String id = tokens.next();
        write(ctx, visitor, id, UNTIL_THE_BROWSER_CLOSES);
        return id;
    }

    private void write(Context ctx, String name, String value, int maxAge) {
        ctx.cookie(new Cookie(name, value, "/", maxAge, secure, true, null, SameSite.LAX));
    }
}
