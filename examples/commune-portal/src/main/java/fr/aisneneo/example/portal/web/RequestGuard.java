package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Refuses a body before anybody reads it: too large, or of a type that no address takes. */
final class RequestGuard {
    /** The largest body, in bytes: a hundred times what the longest form of the portal sends. */
    static final int LARGEST_BODY = 64 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private RequestGuard() {}

    /** Refuses a body that did not come, or not within bounds. */
    static void checkArrival(Context ctx) {
        Object outcome = ctx.req().getAttribute(BodyCollector.ATTRIBUTE);
        if (outcome == BodyCollector.Outcome.TOO_LARGE) {
            throw new InvalidInputException(PortalError.BODY_TOO_LARGE, "body", Map.of("limit", LARGEST_BODY));
        }
        if (outcome == BodyCollector.Outcome.LATE) {
            throw new InvalidInputException(PortalError.TIMEOUT, "body");
        }
    }

    /** Refuses a body of a type that nothing behind the address reads. */
    static void checkType(Context ctx) {
        if (WITHOUT_BODY.contains(ctx.method().name())) {
            return;
        }
        boolean api = ctx.path().startsWith("/api/");
        String expected = api ? "application/json" : "application/x-www-form-urlencoded";
        if (!expected.equals(mediaType(ctx))) {
            throw new InvalidInputException(PortalError.MEDIA_TYPE, "Content-Type", Map.of("expected", expected));
        }
    }

    private static String mediaType(Context ctx) {
        String type = ctx.contentType();
        return type == null ? "" : type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    }
}
