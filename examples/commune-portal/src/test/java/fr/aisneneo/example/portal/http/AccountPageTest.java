package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.example.portal.PortalExtension;
import fr.aisneneo.example.portal.picture.QrReading;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One's account: the statement, the file and the code to be paid. */
class AccountPageTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static String find(String page, String pattern) {
        Matcher found = Pattern.compile(pattern).matcher(page);
        assertThat(found.find()).as(pattern).isTrue();
        return found.group(1);
    }

    @Test
    void theMonthIsToldInATableAndDrawn() {
        String page = PORTAL.signedIn("camille").get("/compte").body();

        assertThat(page)
                .contains("<caption id=\"releve-titre\">Relevé : Novembre 2026</caption>")
                .contains("Versement reçu", "+250,00 AXO", "Solde au début du mois", "Solde actuel")
                .contains("Novembre 2026 : 1 mouvement, solde de 0,00 AXO au début et de 250,00 AXO à la fin")
                .contains("<title id=\"courbe-titre\">", "class=\"step\"")
                .doesNotContain("style=", "Mois précédent");
    }

    @Test
    void aMonthWithoutMovementsHasItsBalanceToo() {
        String page = PORTAL.signedIn("camille").get("/compte?mois=2026-12").body();

        assertThat(page).contains("Décembre 2026 : aucun mouvement, solde de 250,00 AXO au début", "Mois précédent");
        assertThat(PORTAL.signedIn("camille").get("/compte?mois=2026-10").body())
                .contains("Octobre 2026 : aucun mouvement, solde de 0,00 AXO", "Mois suivant");
    }

    @Test
    void everybodySeesTheirOwn() {
        assertThat(PORTAL.signedIn("idriss").get("/compte").body())
                .contains("40,00 AXO")
                .doesNotContain("250,00");
        assertThat(PORTAL.visitor().get("/compte").statusCode()).isEqualTo(303);
        assertThat(PORTAL.visitor().get("/compte/releve.csv").statusCode()).isEqualTo(303);
        assertThat(PORTAL.visitor().get("/compte/recevoir").statusCode()).isEqualTo(303);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"mois=x", "mois=2026-13", "mois=1999-12", "mois=%2B999999999-12", "page=0", "page=2", "page=x"})
    void anAddressThatMakesNoSenseIsRefused(String query) {
        assertThat(PORTAL.signedIn("camille").get("/compte?" + query).statusCode())
                .isEqualTo(400);
    }

    @Test
    void theMonthIsHadAsAFileThatSpreadsheetsRead() {
        HttpResponse<String> answer = PORTAL.signedIn("camille").get("/compte/releve.csv?mois=2026-11");

        assertThat(answer.headers().firstValue("Content-Type")).contains("text/csv; charset=utf-8");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"releve-2026-11.csv\"");
        assertThat(answer.body().split("\r\n")).hasSize(4).satisfies(lines -> {
            assertThat(lines[0])
                    .isEqualTo("\ufeffDate;Opération;Mis de côté ou libéré;Montant;Solde;Monnaie;Identifiant");
            assertThat(lines[1]).isEqualTo("2026-11-01T00:00:00+01:00;Solde au début;;;0,00;AXO;");
            assertThat(lines[2]).startsWith("2026-11-23T07:00:00+01:00;Versement reçu;;250,00;250,00;AXO;");
            assertThat(lines[3]).isEqualTo("2026-12-01T00:00:00+01:00;Solde à la fin;;;250,00;AXO;");
        });
        assertThat(PORTAL.signedIn("accueil").get("/compte/releve.csv").statusCode())
                .isEqualTo(422);
    }

    @Test
    void theCodeToBePaidIsReadFromItsPictureAndFromItsText() throws Exception {
        Client camille = PORTAL.signedIn("camille");
        String page = camille.get("/compte/recevoir?montant=12,50").body();

        String text = find(page, "payload\">([^<]+)<");
        String picture = QrReading.of(
                Integer.parseInt(find(page, "viewBox=\"0 0 (\\d+) \\d+\" role=\"img\" aria-labelledby=\"qr")),
                find(page, "qr-dark\" d=\"([^\"]+)\""));

        assertThat(picture).isEqualTo(text);
        PaymentCode code = PaymentCode.parse(text);
        assertThat(code.amount()).isEqualTo(1_250);
        assertThat(code.currency().code()).isEqualTo("AXO");
        assertThat(PaymentCode.parse(find(camille.get("/compte/recevoir").body(), "payload\">([^<]+)<"))
                        .amount())
                .isNull();
        assertThat(PaymentCode.parse(find(
                                PORTAL.signedIn("idriss")
                                        .get("/compte/recevoir")
                                        .body(),
                                "payload\">([^<]+)<"))
                        .to())
                .isNotEqualTo(code.to());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "0", "-1", "1,234", "99999999999999999999"})
    void anAmountThatIsNoneIsExplainedBesideTheField(String amount) {
        HttpResponse<String> answer = PORTAL.signedIn("camille").get("/compte/recevoir?montant=" + amount);

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body())
                .contains("id=\"montant-erreur\"", "href=\"#montant\"", "aria-invalid=\"true\"")
                .doesNotContain("qr-dark");
    }
}
