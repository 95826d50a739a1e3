package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.Portal;
import fr.aisneneo.example.portal.PortalSettings;
import fr.aisneneo.example.portal.TestClock;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the embedded durable store: what members start with is issued once, and what began meanwhile is paid. */
class RestartedPortalTest {
    private static final String BOOK = "/espaces/" + Places.LA_TOUR + "/reserver";

    private final TestClock clock = new TestClock();

    private Portal open(Path folder) {
        return Portal.open(new PortalSettings("127.0.0.1", 0, "rocksdb:" + folder.resolve("neo"), null), clock);
    }

    @Test
    void aReservationThatBeganWhileThePortalWasDownIsPaidOnceAndNothingIsIssuedAgain(@TempDir Path folder) {
        try (Portal portal = open(folder)) {
            Client camille = Client.signedIn(portal.address(), "camille");
            reserve(camille, "2026-11-24");
            reserve(camille, "2026-11-27");
            assertThat(camille.get("/compte").body()).contains("<dd>202,00 AXO</dd>", "<dd>48,00 AXO</dd>");
        }
        clock.set(Instant.parse("2026-11-24T08:00:00Z")); // the very start of the first one
        for (int times = 0; times < 2; times++) {
            try (Portal portal = open(folder)) {
                Client camille = Client.signedIn(portal.address(), "camille");
                assertThat(camille.get("/compte").body())
                        .contains("<dd>202,00 AXO</dd>", "<dd>24,00 AXO</dd>", "<dd>226,00 AXO</dd>")
                        .contains("Paiement de Salle Quentin de La Tour, 24 novembre", "-24,00 AXO")
                        .containsOnlyOnce("+250,00 AXO")
                        .containsOnlyOnce("Paiement de");
            }
        }
    }

    private static void reserve(Client client, String date) {
        String page = client.get(BOOK).body();
        HttpResponse<String> answer = client.post(
                BOOK,
                Map.of(
                        "id", Client.field(page, "id"),
                        "date", date,
                        "debut", "09:00",
                        "fin", "11:00",
                        "quantite", "1",
                        "montant", "2400"),
                Client.token(page));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    }
}
