package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Somebody who left a form open over lunch signs in again and is back at it. */
class ExpiredSessionTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String BOOK = "/espaces/" + Places.CONDORCET + "/reserver";

    @Test
    void aFormOfAnExpiredSessionLeadsToSigningInAndBack() {
        Client camille = PORTAL.signedIn("camille");
        String link = BOOK + "?debut=2026-12-02T14:00&fin=2026-12-02T16:00";
        String page = camille.get(link).body();
        PORTAL.clock().pass(Duration.ofHours(1));

        HttpResponse<String> answer = camille.send(camille.request(BOOK)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Referer", PORTAL.address() + link)
                .POST(BodyPublishers.ofString("id=" + Client.field(page, "id")
                        + "&date=2026-12-02&debut=14:00&fin=16:00&quantite=1&_csrf=" + Client.token(page)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(303);
        String signIn = answer.headers().firstValue("Location").orElseThrow();
        String asked = camille.get(signIn).body();
        assertThat(asked).contains("Votre session a pris fin", "Rien n’a été enregistré");
        assertThat(Client.field(asked, "suite").replace("&amp;", "&")).isEqualTo(link);
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
