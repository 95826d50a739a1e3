package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who left a form open over lunch signs in again and is back at it. */
class ExpiredSessionTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String BOOK = "/espaces/" + Places.CONDORCET + "/reserver";

    private static Map<String, String> form(String page) {
        return Map.of(
                "id", Client.field(page, "id"),
                "date", "2026-12-03",
                "debut", "14:30",
                "fin", "l’après-midi",
                "quantite", "1");
    }

    private static String suite(Client client, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(303);
        String asked = client.get(answer.headers().firstValue("Location").orElseThrow())
                .body();
        assertThat(asked).contains("Votre session a pris fin", "Rien n’a été enregistré");
        return Client.field(asked, "suite").replace("&amp;", "&");
    }

    @Test
    void aFormOfAnExpiredSessionLeadsToSigningInAndBackToWhatWasTyped() {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        String token = Client.token(page);
        PORTAL.clock().pass(Duration.ofHours(1));

        String next = suite(camille, camille.post(BOOK, form(page), token));

        assertThat(next).startsWith(BOOK + "?").doesNotContain("_csrf", token, "id=");
        camille.signIn("camille");
        String again = camille.get(next).body();
        assertThat(Client.field(again, "date")).isEqualTo("2026-12-03");
        assertThat(Client.field(again, "debut")).isEqualTo("14:30");
        assertThat(Client.field(again, "fin")).isEqualTo("l’après-midi");
        assertThat(camille.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void whatIsTooLongToBeKeptIsLeftOut() {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        PORTAL.clock().pass(Duration.ofHours(1));
        Map<String, String> form = new HashMap<>(form(page));
        form.put("fin", "x".repeat(600));

        assertThat(suite(camille, camille.post(BOOK, form, Client.token(page)))).isEqualTo(BOOK);
    }

    @Test
    void whoeverSignsOutAfterTheSessionEndedIsSignedOut() {
        Client camille = PORTAL.signedIn("camille");
        String token = Client.token(camille.get(BOOK).body());
        PORTAL.clock().pass(Duration.ofHours(1));

        HttpResponse<String> answer = camille.post("/deconnexion", Map.of(), token);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).contains("/");
    }

    @Test
    void aProgramWhoseSessionExpiredIsAskedToSignIn() {
        Client camille = PORTAL.signedIn("camille");
        String token = camille.apiToken();
        PORTAL.clock().pass(Duration.ofHours(1));

        HttpResponse<String> answer = camille.json("POST", "/api/reservations", "{}", "X-CSRF-Token", token);

        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
}
