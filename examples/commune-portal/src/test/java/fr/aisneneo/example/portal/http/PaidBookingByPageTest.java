package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import fr.aisneneo.example.portal.demo.DemoMoney;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Rooms that cost something, by forms alone; each test has a portal of its own, where members have what they start
 * with.
 */
class PaidBookingByPageTest {
    private static final String BOOK = "/espaces/" + Places.LA_TOUR + "/reserver";

    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private Client camille;
    private long available;
    private long setAside;

    @BeforeEach
    void signIn() {
        camille = PORTAL.signedIn("camille");
        available = figure(camille, "Disponible");
        setAside = figure(camille, "Mis de côté");
    }

    private static String text(long minorUnits) {
        return Money.ofMinorUnits(minorUnits, DemoMoney.CURRENCY)
                .format(Locale.FRENCH)
                .replace('\u00a0', ' ');
    }

    private static Map<String, String> form(String id, String date, String start, String end) {
        Map<String, String> form = new HashMap<>();
        form.put("id", id);
        form.put("date", date);
        form.put("debut", start);
        form.put("fin", end);
        form.put("quantite", "1");
        return form;
    }

    private static Map<String, String> agreed(Map<String, String> form, String minorUnits) {
        Map<String, String> agreed = new HashMap<>(form);
        agreed.put("montant", minorUnits);
        return agreed;
    }

    /** Reserves the room for two hours, 24 AXO, and says where the reservation is. */
    private String reserve(Client client, String date) {
        String page = client.get(BOOK).body();
        HttpResponse<String> answer = client.post(
                BOOK, agreed(form(Client.field(page, "id"), date, "09:00", "11:00"), "2400"), Client.token(page));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return answer.headers().firstValue("Location").orElseThrow().replaceFirst("\\?.*", "");
    }

    private static HttpResponse<String> cancel(Client client, String reservation, String kept) {
        return client.submit(reservation + "/annuler", reservation + "/annuler", Map.of("retenu", kept));
    }

    /** What a figure at the top of the account page says. */
    private static long figure(Client client, String label) {
        Matcher found = Pattern.compile("<dt>" + label + "</dt><dd>([^<]*)</dd>")
                .matcher(client.get("/compte").body());
        assertThat(found.find()).as(label).isTrue();
        return Money.parse(found.group(1), DemoMoney.CURRENCY, Locale.FRENCH).minorUnits();
    }

    /** What Camille has now is what she had when the test began, and so much more or less. */
    private void changed(long availableBy, long setAsideBy) {
        assertThat(figure(camille, "Disponible")).isEqualTo(available + availableBy);
        assertThat(figure(camille, "Mis de côté")).isEqualTo(setAside + setAsideBy);
    }

    @Test
    void thePriceIsShownAndAgreedToBeforeAnythingIsBooked() {
        String page = camille.get(BOOK).body();
        assertThat(page)
                .contains("12,00 AXO de l’heure", "Disponible sur votre compte : " + text(available), "50 % du prix");

        Map<String, String> form = form(Client.field(page, "id"), "2026-11-27", "09:00", "11:00");
        HttpResponse<String> question = camille.post(BOOK, form, Client.token(page));

        assertThat(question.statusCode()).isEqualTo(200);
        assertThat(question.body())
                .contains(
                        "Réserver pour 24,00 AXO ?",
                        text(available) + " maintenant, " + text(available - 24_00) + " ensuite",
                        "rien n’est retenu");
        assertThat(Client.field(question.body(), "montant")).isEqualTo("2400");
        assertThat(Client.field(question.body(), "id")).isEqualTo(form.get("id"));
        changed(0, 0);
        assertThat(camille.get("/reservations").body()).doesNotContain("27 novembre 2026");

        HttpResponse<String> made = camille.post(BOOK, agreed(form, "2400"), Client.token(page));
        assertThat(camille.get(made.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("C’est réservé", "24,00 AXO sont mis de côté");
        changed(-24_00, 24_00);
    }

    @Test
    void aPriceThatWasNotTheOneShownIsAskedForAgain() {
        String page = camille.get(BOOK).body();
        Map<String, String> form = form(Client.field(page, "id"), "2026-11-30", "09:00", "11:00");

        assertThat(camille.post(BOOK, agreed(form, "1"), Client.token(page)).body())
                .contains("Réserver pour 24,00 AXO ?");
        changed(0, 0);
    }

    @Test
    void sendingTheFormTwiceBooksAndPaysOnceAlsoAtTheSameTime() {
        String page = camille.get(BOOK).body();
        Map<String, String> form = agreed(form(Client.field(page, "id"), "2026-12-01", "09:00", "11:00"), "2400");
        String token = Client.token(page);

        CompletableFuture<HttpResponse<String>> one =
                CompletableFuture.supplyAsync(() -> camille.post(BOOK, form, token));
        CompletableFuture<HttpResponse<String>> other =
                CompletableFuture.supplyAsync(() -> camille.post(BOOK, form, token));
        HttpResponse<String> third = one.thenCombine(other, (a, b) -> camille.post(BOOK, form, token))
                .join();

        assertThat(third.statusCode()).isEqualTo(303);
        assertThat(one.join().headers().firstValue("Location"))
                .isEqualTo(third.headers().firstValue("Location"))
                .isEqualTo(other.join().headers().firstValue("Location"));
        changed(-24_00, 24_00);
    }

    @Test
    void tooLittleMoneyBooksNothingAndSetsNothingAside() {
        Client idriss = PORTAL.signedIn("idriss");
        String page = idriss.get(BOOK).body();
        // Four hours are 48 AXO; there are 40.
        Map<String, String> form = form(Client.field(page, "id"), "2026-12-02", "13:30", "17:30");

        for (Map<String, String> sent : List.of(form, agreed(form, "4800"))) {
            HttpResponse<String> answer = idriss.post(BOOK, sent, Client.token(page));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains(TransferStatus.EXCEEDS_CREDITS.text(Locale.FRENCH, Map.of()))
                    .contains("Il faut 48,00 AXO, et 40,00 AXO sont disponibles.", "value=\"13:30\"");
        }
        assertThat(figure(idriss, "Disponible")).isEqualTo(40_00);
        assertThat(idriss.get("/reservations").body()).contains("Vous n’avez pas de réservation à venir");

        // Under the same id, what is affordable is booked: the refusal was taken back with everything else.
        form.put("fin", "15:30");
        assertThat(idriss.post(BOOK, agreed(form, "2400"), Client.token(page)).statusCode())
                .isEqualTo(303);
        assertThat(figure(idriss, "Disponible")).isEqualTo(16_00);
    }

    @Test
    void theApiRefusesTooLittleMoneyInBothLanguages() {
        Client idriss = PORTAL.signedIn("idriss");
        String wish =
                "{\"space\":\"" + Places.LA_TOUR + "\",\"start\":\"2026-12-03T13:30\",\"end\":\"2026-12-03T17:30\"}";
        String token = idriss.apiToken();

        for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
            HttpResponse<String> answer = idriss.json(
                    "POST",
                    "/api/reservations",
                    wish,
                    "X-CSRF-Token",
                    token,
                    "Accept-Language",
                    language.getLanguage());
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body())
                    .contains("ledger.transfer.exceeds_credits")
                    .contains(TransferStatus.EXCEEDS_CREDITS.text(language, Map.of()));
        }
        assertThat(idriss.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void theApiBooksAndPaysAndCancelsAndGivesBack() {
        HttpResponse<String> answer = camille.change(
                "POST",
                "/api/reservations",
                "{\"space\":\"" + Places.LAB
                        + "\",\"start\":\"2026-12-04T10:00\",\"end\":\"2026-12-04T12:30\",\"quantity\":2}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        changed(-20_00, 20_00);

        String reservation = answer.headers().firstValue("Location").orElseThrow();
        assertThat(camille.change("DELETE", reservation, "").statusCode()).isEqualTo(200);
        changed(0, 0);
    }

    @Test
    void whoDoesNotGetTheRoomPaysNothing() {
        reserve(PORTAL.signedIn("atelier"), "2026-12-07");
        String page = camille.get(BOOK).body();

        HttpResponse<String> answer = camille.post(
                BOOK,
                agreed(form(Client.field(page, "id"), "2026-12-07", "10:00", "12:00"), "2400"),
                Client.token(page));

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("Ce créneau est déjà pris");
        changed(0, 0);
    }

    @Test
    void cancelledInTimeNothingIsKept() {
        String reservation = reserve(camille, "2026-12-08");
        assertThat(camille.get(reservation + "/annuler").body())
                .contains("Rien n’est retenu : 24,00 AXO seront de nouveau disponibles");

        assertThat(cancel(camille, reservation, "0").statusCode()).isEqualTo(303);

        changed(0, 0);
        assertThat(camille.get("/compte").body())
                .contains("Réservation de Salle Quentin de La Tour, 8 décembre", "24,00 AXO mis de côté")
                .contains("Annulation de Salle Quentin de La Tour, 8 décembre", "24,00 AXO de nouveau disponibles");
    }

    @Test
    void whoHasNoAccountCannotPay() {
        Client staff = PORTAL.signedIn("accueil");
        assertThat(staff.get("/compte").body()).contains("Vous n’avez pas de compte en monnaie locale");
        String page = staff.get(BOOK).body();

        HttpResponse<String> answer =
                staff.post(BOOK, form(Client.field(page, "id"), "2026-12-14", "09:00", "11:00"), Client.token(page));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Il faut un compte en AXO pour payer");
    }

    /** Whoever reserves chooses the id, and the statement tells those of one's transfers. */
    @Test
    void aFreeReservationUnderTheIdOfATransferHasNothingToDoWithItsMoney() {
        String csv = camille.get("/compte/releve.csv").body();
        Matcher issued =
                Pattern.compile("Versement reçu;.*;([0-9a-f-]{36})\r\n").matcher(csv);
        assertThat(issued.find()).as(csv).isTrue();
        String wish = "{\"id\":\"" + issued.group(1) + "\",\"space\":\"" + Places.CONDORCET
                + "\",\"start\":\"2026-12-16T09:00\",\"end\":\"2026-12-16T10:00\"}";

        assertThat(camille.change("POST", "/api/reservations", wish).statusCode())
                .isEqualTo(201);
        assertThat(camille.get("/reservations/" + issued.group(1)).body()).doesNotContain("mis de côté");
        assertThat(camille.change("DELETE", "/api/reservations/" + issued.group(1), "")
                        .statusCode())
                .isEqualTo(200);
        changed(0, 0);
    }
}
