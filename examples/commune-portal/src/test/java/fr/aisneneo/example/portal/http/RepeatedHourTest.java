package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In the last night of October from 2 to 3 o'clock happens twice: both can be reserved, and are told apart. */
class RepeatedHourTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String SPACE = "/espaces/" + Places.NIGHTS;
    private static final String BOOK = SPACE + "/reserver";

    @BeforeEach
    void autumn() {
        PORTAL.clock().set(Instant.parse("2027-10-20T06:00:00Z"));
    }

    /** A night of its own for a test that others would disturb. */
    private static void autumn(int year) {
        PORTAL.clock().set(Instant.parse(year + "-10-20T06:00:00Z"));
    }

    private static HttpResponse<String> byApi(String start, String end, int places) {
        return PORTAL.signedIn("camille")
                .change(
                        "POST",
                        "/api/reservations",
                        "{\"space\":\"%s\",\"start\":\"%s\",\"end\":\"%s\",\"quantity\":%d}"
                                .formatted(Places.NIGHTS, start, end, places));
    }

    private static HttpResponse<String> byPage(Client client, String start, String end, Map<String, String> choices) {
        String page = client.get(BOOK).body();
        Map<String, String> form = new HashMap<>(choices);
        form.put("id", Client.field(page, "id"));
        form.put("date", "2027-10-31");
        form.put("debut", start);
        form.put("fin", end);
        form.put("quantite", "1");
        return client.post(BOOK, form, Client.token(page));
    }

    @Test
    void theApiTellsBothTwoOClocksApartByTheirOffset() {
        autumn(2028);
        HttpResponse<String> first = byApi("2028-10-29T02:00:00+02:00", "2028-10-29T02:30:00+02:00", 8);
        HttpResponse<String> second = byApi("2028-10-29T02:00:00+01:00", "2028-10-29T02:30:00+01:00", 8);
        HttpResponse<String> again = byApi("2028-10-29T02:00:00+01:00", "2028-10-29T02:30:00+01:00", 1);

        assertThat(first.statusCode()).as(first.body()).isEqualTo(201);
        assertThat(second.statusCode()).as(second.body()).isEqualTo(201);
        assertThat(first.body()).contains("\"start\":\"2028-10-29T02:00:00+02:00\"");
        assertThat(second.body()).contains("\"start\":\"2028-10-29T02:00:00+01:00\"");
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(PORTAL.visitor()
                        .get("/api/spaces/" + Places.NIGHTS + "/agenda?from=2028-10-29&days=1")
                        .body())
                .contains("2028-10-29T02:30:00+02:00", "2028-10-29T02:30:00+01:00");
    }

    @Test
    void theWeekLinksToBothAndTheFormKeepsWhichOneIsMeant() {
        autumn(2029);
        Client idriss = PORTAL.signedIn("idriss");
        String week = idriss.get(SPACE + "?semaine=2029-10-28").body().replace("&amp;", "&");

        assertThat(week)
                .contains("l’horloge passe de 3 h à 2 h, la journée a 25 heures")
                .contains("reserver?debut=2029-10-28T02:00&fin=2029-10-28T02:00&fin-bis=oui")
                .contains("de 2 h (heure d’été) à 2 h (heure d’hiver)")
                .contains("reserver?debut=2029-10-28T02:00&fin=2029-10-28T03:00&debut-bis=oui")
                .contains("de 2 h (heure d’hiver) à 3 h");
        assertThat(idriss.get(BOOK + "?debut=2029-10-28T02:00&fin=2029-10-28T03:00&debut-bis=oui")
                        .body())
                .contains("Début à 2 h : laquelle des deux fois ?")
                .containsPattern("name=\"debut-bis\" value=\"oui\"[^>]* checked")
                .doesNotContain("fin-bis");
    }

    @Test
    void aTimeThatMayMeanBothIsAskedAboutAndNotGuessed() {
        Client atelier = PORTAL.signedIn("atelier");

        HttpResponse<String> asked = byPage(atelier, "02:30", "02:45", Map.of("fin-bis", "oui"));

        assertThat(asked.statusCode()).isEqualTo(400);
        assertThat(asked.body())
                .contains("id=\"debut-erreur\"", "cette heure vient deux fois cette nuit-là", "value=\"02:30\"")
                .doesNotContain("id=\"fin-erreur\"")
                .containsPattern("name=\"fin-bis\" value=\"oui\"[^>]* checked");
        assertThat(atelier.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void theSecondOneIsReservedByThePageAndShownAsSuch() {
        Client idriss = PORTAL.signedIn("idriss");

        HttpResponse<String> second = byPage(idriss, "02:30", "02:30", Map.of("debut-bis", "non", "fin-bis", "oui"));

        assertThat(second.statusCode()).isEqualTo(303);
        String reservation = second.headers().firstValue("Location").orElseThrow();
        assertThat(idriss.get(reservation).body())
                .contains("de 2 h 30 (heure d’été) à 2 h 30 (heure d’hiver)", "(1 h)");
        assertThat(idriss.get("/api" + reservation).body())
                .contains("2027-10-31T02:30:00+02:00", "2027-10-31T02:30:00+01:00");
        assertThat(idriss.get("/reservations").body()).contains("(heure d’hiver)");
    }

    @Test
    void anEndBeforeTheStartIsRefusedWhereOnlyTheChoiceSaysSo() {
        HttpResponse<String> answer =
                byPage(PORTAL.signedIn("camille"), "02:15", "02:45", Map.of("debut-bis", "oui", "fin-bis", "non"));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"fin-erreur\"", "2 h 45 (heure d’été)", "2 h 15 (heure d’hiver)");
    }

    @Test
    void anHourThatTheClockSkipsIsRefusedBesideTheField() {
        PORTAL.clock().set(Instant.parse("2027-03-20T06:00:00Z"));
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        Map<String, String> form = Map.of(
                "id",
                Client.field(page, "id"),
                "date",
                "2027-03-28",
                "debut",
                "02:30",
                "fin",
                "04:00",
                "quantite",
                "1");

        HttpResponse<String> answer = camille.post(BOOK, form, Client.token(page));

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"debut-erreur\"", "n’existe pas");
    }
}
