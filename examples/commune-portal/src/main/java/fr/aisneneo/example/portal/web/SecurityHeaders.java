package fr.aisneneo.example.portal.web;

import io.javalin.http.Context;
import java.util.Map;

/** What every answer tells the browser not to do. */
final class SecurityHeaders {
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Security-Policy",
                    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
                            + "base-uri 'none'; frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            "X-Frame-Options", "DENY",
            "Referrer-Policy", "same-origin",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin",
            "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()",
            // What a page shows depends on who is signed in; assets say otherwise.
            "Cache-Control", "no-store");

    private SecurityHeaders() {}

    static void add(Context ctx) {
        ALWAYS.forEach(ctx::header);
    }
}
