package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.Portal;
import fr.aisneneo.example.portal.PortalSettings;
import fr.aisneneo.example.portal.TestClock;
import fr.aisneneo.example.portal.demo.DemoMoney;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is kept of the price when a room is given back late. Time passes, so each test has a portal of its own. */
class LateCancellationTest {
    private static final String BOOK = "/espaces/" + Places.LA_TOUR + "/reserver";

    private final TestClock clock = new TestClock();
    private final Portal portal = Portal.open(new PortalSettings("127.0.0.1", 0, "memory:", null), clock);
    private Client camille = signedIn("camille");

    private Client signedIn(String account) {
        return Client.signedIn(portal.address(), account);
    }

    @AfterEach
    void close() {
        portal.close();
    }

    /** Camille has the room on Thursday from 9 to 11 o'clock for 24 AXO, of the 250 that she starts with. */
    private String reserve() {
        String page = camille.get(BOOK).body();
        Map<String, String> form = Map.of(
                "id", Client.field(page, "id"),
                "date", "2026-11-26",
                "debut", "09:00",
                "fin", "11:00",
                "quantite", "1",
                "montant", "2400");
        HttpResponse<String> answer = camille.post(BOOK, form, Client.token(page));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    private static HttpResponse<String> cancel(Client client, String reservation, String kept) {
        return client.submit(reservation + "/annuler", reservation + "/annuler", Map.of("retenu", kept));
    }

    private long figure(String label) {
        Matcher found = Pattern.compile("<dt>" + label + "</dt><dd>([^<]*)</dd>")
                .matcher(camille.get("/compte").body());
        assertThat(found.find()).as(label).isTrue();
        return Money.parse(found.group(1), DemoMoney.CURRENCY, Locale.FRENCH).minorUnits();
    }

    private void has(long available, long setAside) {
        assertThat(figure("Disponible")).isEqualTo(available);
        assertThat(figure("Mis de côté")).isEqualTo(setAside);
    }

    @Test
    void cancelledLateAPartIsKeptWhichIsSaidBeforeAndTwiceIsOnce() {
        String reservation = reserve();
        clock.set(Instant.parse("2026-11-25T08:00:00Z"));
        camille = signedIn("camille"); // the session of Monday is over
        String question = camille.get(reservation + "/annuler").body();
        assertThat(question).contains("12,00 AXO sont retenus, et 12,00 AXO seront de nouveau disponibles");

        Map<String, String> form = Map.of("retenu", Client.field(question, "retenu"));
        for (int times = 0; times < 2; times++) {
            assertThat(camille.post(reservation + "/annuler", form, Client.token(question))
                            .statusCode())
                    .isEqualTo(303);
            has(238_00, 0);
        }
        assertThat(camille.get("/compte").body())
                .contains("Part retenue pour l’annulation de Salle Quentin de La Tour", "-12,00 AXO");
    }

    @Test
    void whatIsKeptIsNotWhatWasSaidAndSoItIsAskedAgain() {
        String reservation = reserve();
        clock.set(Instant.parse("2026-11-26T07:30:00Z"));
        camille = signedIn("camille");

        HttpResponse<String> answer = cancel(camille, reservation, "1200");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("a changé depuis que la page a été affichée")
                .contains("24,00 AXO sont retenus, c’est-à-dire tout");
        has(226_00, 24_00);
        assertThat(camille.get(reservation).body()).contains("Confirmée");
    }

    @Test
    void whoIsCancelledOnByTheStaffHasEverythingBack() {
        String reservation = reserve();
        clock.set(Instant.parse("2026-11-26T07:30:00Z"));
        Client staff = signedIn("accueil");
        camille = signedIn("camille");

        assertThat(staff.get(reservation + "/annuler").body()).contains("Rien n’est retenu");
        assertThat(cancel(staff, reservation, "0").statusCode()).isEqualTo(303);

        has(250_00, 0);
    }
}
