package fr.aisneneo.example.portal.api;

import fr.aisneneo.example.portal.sdk.StoreProbe;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.http.Context;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the API is, as OpenAPI 3.1 says it, and whether it is there. */
public final class DocumentationApi implements Routes {

    /**
     * Whether the portal can do its work.
     *
     * @param status {@code up}, or {@code down} where the store takes no writes
     */
    public record Health(String status) {}

    private final Json json;
    private final StoreProbe store;
    private final byte[] document;

    /**
     * The addresses.
     *
     * @param json how answers are written
     * @param store whether the store takes writes
     */
    public DocumentationApi(Json json, StoreProbe store) {
        this.json = json;
        this.store = store;
        try (InputStream in = DocumentationApi.class.getResourceAsStream("openapi.json")) {
            this.document = Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void addTo(JavalinDefaultRoutingApi routes) {
        routes.get(
                "/api/openapi.json",
                ctx -> ctx.contentType("application/openapi+json").result(document));
        routes.get("/api/health", this::health);
    }

    private void health(Context ctx) {
        boolean works = store.works();
        json.answer(ctx, works ? 200 : 503, new Health(works ? "up" : "down"));
    }
}
