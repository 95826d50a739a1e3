package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Reserving and cancelling by forms alone; each test has days of its own. */
class BookingByPageTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String BOOK = "/espaces/" + Places.CONDORCET + "/reserver";

    private static HttpResponse<String> reserve(Client client, String date, String start, String end) {
        String page = client.get(BOOK).body();
        return client.post(BOOK, slot(Client.field(page, "id"), date, start, end), Client.token(page));
    }

    private static Map<String, String> slot(String id, String date, String start, String end) {
        Map<String, String> form = new HashMap<>();
        form.put("id", id);
        form.put("date", date);
        form.put("debut", start);
        form.put("fin", end);
        form.put("quantite", "1");
        return form;
    }

    @Test
    void aReservationIsConfirmedAndFoundAmongOnesOwn() {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = reserve(camille, "2026-11-24", "09:00", "10:30");

        assertThat(answer.statusCode()).isEqualTo(303);
        String confirmation = answer.headers().firstValue("Location").orElseThrow();
        assertThat(camille.get(confirmation).body())
                .contains("C’est réservé", "Salle Condorcet", "Mardi 24 novembre 2026", "de 9 h à 10 h 30");
        assertThat(camille.get("/reservations").body()).contains("Mardi 24 novembre 2026", "Salle Condorcet");
    }

    @Test
    void sendingTheSameFormTwiceReservesOnce() {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        Map<String, String> form = slot(Client.field(page, "id"), "2026-11-25", "09:00", "10:00");

        HttpResponse<String> first = camille.post(BOOK, form, Client.token(page));
        HttpResponse<String> second = camille.post(BOOK, form, Client.token(page));

        assertThat(second.statusCode()).isEqualTo(303);
        assertThat(second.headers().firstValue("Location"))
                .isEqualTo(first.headers().firstValue("Location"));
    }

    @Test
    void aTakenSlotIsAConflictThatOffersTheNextFreeOneAndNamesNobody() {
        reserve(PORTAL.signedIn("camille"), "2026-11-26", "09:00", "10:00");

        HttpResponse<String> answer = reserve(PORTAL.signedIn("idriss"), "2026-11-26", "09:30", "10:30");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body())
                .contains("Ce créneau est déjà pris")
                .contains("Libre à la place", "jeudi 26 novembre, de 10 h 15 à 11 h 15")
                .contains("value=\"09:30\"", "value=\"10:30\"", "value=\"2026-11-26\"")
                .doesNotContain("Camille", "Martin");
    }

    @Test
    void theSameIdWithAnotherSlotIsRefusedAndTheFormGetsANewId() {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        String id = Client.field(page, "id");
        camille.post(BOOK, slot(id, "2026-11-27", "09:00", "10:00"), Client.token(page));

        HttpResponse<String> answer = camille.post(BOOK, slot(id, "2026-11-27", "14:00", "15:00"), Client.token(page));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Client.field(answer.body(), "id")).isNotEmpty().isNotEqualTo(id);
        assertThat(answer.body()).doesNotContain("Libre à la place");
    }

    @Test
    void aRuleThatSaysNoIsShownInFrenchWithWhatWasTyped() {
        HttpResponse<String> answer = reserve(PORTAL.signedIn("camille"), "2026-11-29", "09:00", "10:00");

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("fermé", "dimanche 29 novembre 2026", "value=\"2026-11-29\"");
    }

    @Test
    void aWrongFieldIsNamedBesideItAndInTheSummary() {
        HttpResponse<String> answer = reserve(PORTAL.signedIn("camille"), "2026-11-30", "11:00", "09:00");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"fin-erreur\"", "href=\"#fin\"", "aria-invalid=\"true\"")
                .contains("« Fin »")
                .doesNotContain("slot.end");
    }

    @Test
    void everyWrongFieldIsReportedAtOnce() {
        HttpResponse<String> answer = reserve(PORTAL.signedIn("camille"), "demain", "neuf heures", "");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("id=\"date-erreur\"", "id=\"debut-erreur\"", "id=\"fin-erreur\"");
    }

    @Test
    void cancellingAsksFirstAndFreesTheSlot() {
        Client camille = PORTAL.signedIn("camille");
        String reservation = reserve(camille, "2026-12-01", "09:00", "10:00")
                .headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("\\?.*", "");

        assertThat(camille.get(reservation + "/annuler").body()).contains("Annuler cette réservation");
        HttpResponse<String> answer = camille.submit(reservation + "/annuler", reservation + "/annuler", Map.of());

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(camille.get(reservation).body()).contains("Annulée").doesNotContain("/annuler");
        assertThat(reserve(PORTAL.signedIn("idriss"), "2026-12-01", "09:00", "10:00")
                        .statusCode())
                .isEqualTo(303);
    }

    @Test
    void aReservationThatWasCancelledIsNotAnnouncedAsMadeWhenItsFormIsSentAgain() {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get(BOOK).body();
        Map<String, String> form = slot(Client.field(page, "id"), "2026-12-03", "09:00", "10:00");
        String made = camille.post(BOOK, form, Client.token(page))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        String cancel = made.replaceFirst("\\?.*", "") + "/annuler";
        camille.submit(cancel, cancel, Map.of());

        String again = camille.post(BOOK, form, Client.token(page))
                .headers()
                .firstValue("Location")
                .orElseThrow();

        assertThat(camille.get(again).body()).contains("Annulée").doesNotContain("C’est réservé");
    }

    @Test
    void aDayThatIsOverSaysSoInTheList() {
        String over = "<span class=\"soft\">passé</span>";
        String week = "/espaces/" + Places.CONDORCET + "?semaine=";

        assertThat(PORTAL.visitor().get(week + "2026-11-16").body()).contains(over);
        assertThat(PORTAL.visitor().get(week + "2026-11-23").body()).doesNotContain(over);
    }

    @Test
    void theFormIsFilledWithTheNextFreeSlotOrTheChosenOne() {
        Client atelier = PORTAL.signedIn("atelier");

        String chosen = atelier.get(BOOK + "?debut=2026-12-02T14:00&fin=2026-12-02T16:00")
                .body();

        assertThat(Client.field(chosen, "date")).isEqualTo("2026-12-02");
        assertThat(Client.field(chosen, "debut")).isEqualTo("14:00");
        assertThat(Client.field(chosen, "fin")).isEqualTo("16:00");
        assertThat(Client.field(atelier.get(BOOK).body(), "date")).isEqualTo("2026-11-23");
    }

    @Test
    void whoeverIsNotSignedInIsSentToSignInAndComesBack() {
        Client visitor = PORTAL.visitor();
        HttpResponse<String> answer = visitor.get(BOOK + "?debut=2026-12-02T14:00&fin=2026-12-02T16:00");

        assertThat(answer.statusCode()).isEqualTo(303);
        String signIn = answer.headers().firstValue("Location").orElseThrow();
        String page = visitor.get(signIn).body();
        HttpResponse<String> back = visitor.post(
                "/connexion",
                Map.of("compte", "camille", "suite", Client.field(page, "suite").replace("&amp;", "&")),
                Client.token(page));

        assertThat(back.headers().firstValue("Location"))
                .contains(BOOK + "?debut=2026-12-02T14:00&fin=2026-12-02T16:00");
    }
}
