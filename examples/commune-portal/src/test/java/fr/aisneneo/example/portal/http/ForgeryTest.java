package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A change that no page of the portal asked for is refused, and nothing is written. */
class ForgeryTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String BOOK = "/espaces/" + Places.CONDORCET + "/reserver";
    private static final String JSON =
            "{\"space\":\"" + Places.CONDORCET + "\",\"start\":\"2026-11-24T09:00\",\"end\":\"2026-11-24T10:00\"}";

    private static Map<String, String> form(Client client) {
        Map<String, String> form = new HashMap<>();
        form.put("id", Client.field(client.get(BOOK).body(), "id"));
        form.put("date", "2026-11-24");
        form.put("debut", "09:00");
        form.put("fin", "10:00");
        form.put("quantite", "1");
        return form;
    }

    private static void nothingIsReserved(Client client) {
        assertThat(client.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"})
    void aFormWithoutTheTokenOfTheSessionIsRefused(String token) {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = camille.post(BOOK, form(camille), token);

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("portal.csrf", "Rien n’a été fait");
        nothingIsReserved(camille);
    }

    @Test
    void theTokenOfAnotherSessionIsRefused() {
        Client camille = PORTAL.signedIn("camille");
        String foreign = Client.token(PORTAL.signedIn("idriss").get(BOOK).body());

        assertThat(camille.post(BOOK, form(camille), foreign).statusCode()).isEqualTo(403);
        nothingIsReserved(camille);
    }

    @Test
    void theApiAsksForTheTokenWhereACookieSignsIn() {
        Client camille = PORTAL.signedIn("camille");

        assertThat(camille.json("POST", "/api/reservations", JSON).statusCode()).isEqualTo(403);
        assertThat(camille.json("POST", "/api/reservations", JSON, "X-CSRF-Token", "wrong")
                        .statusCode())
                .isEqualTo(403);
        assertThat(camille.json("DELETE", "/api/session", "").statusCode()).isEqualTo(403);
        nothingIsReserved(camille);
    }

    @Test
    void aRequestFromAnotherSiteIsRefusedEvenWithTheToken() {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = camille.json(
                "POST", "/api/reservations", JSON, "X-CSRF-Token", camille.apiToken(), "Sec-Fetch-Site", "cross-site");

        assertThat(answer.statusCode()).isEqualTo(403);
        nothingIsReserved(camille);
    }

    @Test
    void nobodyIsSignedInByAFormOfAnotherSite() {
        Client visitor = PORTAL.visitor();

        HttpResponse<String> answer = visitor.post("/connexion", Map.of("compte", "camille"), "");

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(visitor.get("/api/session").body()).doesNotContain("Camille");
    }

    @Test
    void aFormOfAnotherSiteCannotPassForJson() {
        Client visitor = PORTAL.visitor();

        HttpResponse<String> answer = visitor.send(visitor.request("/api/session")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{\"account\":\"camille\"}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
    }

    @Test
    void signingInStartsANewSessionAndSigningOutEndsIt() {
        Client visitor = PORTAL.visitor();
        HttpResponse<String> first = visitor.submit("/connexion", "/connexion", Map.of("compte", "camille"));
        HttpResponse<String> second = visitor.submit("/connexion", "/connexion", Map.of("compte", "idriss"));

        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).startsWith("neo_session=").contains("HttpOnly", "SameSite=Lax", "Path=/");
        assertThat(cookie.replaceAll("neo_session=([^;]+);.*", "$1")).hasSizeGreaterThanOrEqualTo(43);
        assertThat(second.headers().firstValue("Set-Cookie").orElseThrow()).isNotEqualTo(cookie);

        Client thief = PORTAL.visitor();
        HttpResponse<String> stale = thief.get("/api/session", "Cookie", cookie.replaceAll(";.*", ""));
        assertThat(stale.body()).doesNotContain("Camille");

        assertThat(visitor.submit("/reservations", "/deconnexion", Map.of()).statusCode())
                .isEqualTo(303);
        assertThat(visitor.get("/reservations").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://example.org/",
                "//example.org",
                "/\\example.org",
                "javascript:alert(1)",
                "/a b",
                "/\r\nX: y"
            })
    void signingInLeadsToNoOtherSite(String next) {
        Client visitor = PORTAL.visitor();

        HttpResponse<String> answer =
                visitor.submit("/connexion", "/connexion", Map.of("compte", "camille", "suite", next));

        assertThat(answer.headers().firstValue("Location")).contains("/");
    }
}
