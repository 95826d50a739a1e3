package fr.aisneneo.example.portal.api;

import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.Routes;
import io.javalin.router.JavalinDefaultRoutingApi;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** What the API is, as OpenAPI 3.1 says it, and whether it is there. */
public final class DocumentationApi implements Routes {

    /**
     * Whether the portal answers.
     *
     * @param status {@code up}
     */
    public record Health(String status) {}

    private final Json json;
    private final byte[] document;

    /**
     * The addresses.
     *
     * @param json how answers are written
     */
    public DocumentationApi(Json json) {
        this.json = json;
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
        routes.get("/api/health", ctx -> json.answer(ctx, 200, new Health("up")));
    }
}
