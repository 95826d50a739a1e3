package fr.aisneneo.example.portal.web;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.example.portal.error.PortalError;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Refuses a body before anybody reads it: too large, or of a type that no address takes. */
final class RequestGuard {
    /** The largest body, in bytes: a hundred times what the longest form of the portal sends. */
    static final int LARGEST_BODY = 64 * 1024;

    /** How much of a refused body is still read, so that the client is ready to read the refusal. */
    private static final int MOST_DISCARDED = 16 * 1024 * 1024;

    private static final Set<String> WITHOUT_BODY = Set.of("GET", "HEAD", "OPTIONS", "DELETE");

    private static final Logger LOG = LoggerFactory.getLogger(RequestGuard.class);

    private RequestGuard() {}

    static void check(Context ctx) {
        if (ctx.req().getContentLengthLong() > LARGEST_BODY) {
            throw tooLarge();
        }
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

    static InvalidInputException tooLarge() {
        return new InvalidInputException(PortalError.BODY_TOO_LARGE, "body", Map.of("limit", LARGEST_BODY));
    }

    /** Reads what is left of a body that was refused, within bounds, and forgets it. */
    static void discardBody(Context ctx) {
        byte[] buffer = new byte[8192];
        int left = MOST_DISCARDED;
        try {
            InputStream body = ctx.req().getInputStream();
            int read = body.read(buffer);
            while (read >= 0 && left > 0) {
                left -= read;
                read = body.read(buffer);
            }
        } catch (IOException e) {
            LOG.debug("A client stopped sending what was refused", e);
        }
    }
}
