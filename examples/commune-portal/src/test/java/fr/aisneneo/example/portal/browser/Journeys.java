package fr.aisneneo.example.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What people come for, from the first page to the last, in a real browser. */
abstract class Journeys {
    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private final PortalExtension portal;

    Journeys(PortalExtension portal) {
        this.portal = portal;
    }

    private Walk walk() {
        return new Walk(BROWSER.open(), portal.address());
    }

    @Test
    void somebodyFindsTheirSiteSeesTheWeekSignsInAndBooks() {
        Walk walk = walk().go("/");
        BrowserExtension.picture(walk.page(), "accueil");

        walk.fill("Votre commune", "coucy").press("Trouver mon site");
        assertThat(walk.heading("Coucy-le-Château-Auffrique")).isVisible();
        BrowserExtension.picture(walk.page(), "recherche");

        walk.follow("Hub de Laon");
        assertThat(walk.heading("Hub de Laon")).isVisible();
        BrowserExtension.picture(walk.page(), "site");

        walk.follow("Salle Condorcet");
        assertThat(walk.heading("Du 23 au 29 novembre 2026")).isVisible();
        BrowserExtension.picture(walk.page(), "semaine");

        walk.follow("Réserver mercredi 25 novembre");
        assertThat(walk.heading("Se connecter")).isVisible();
        BrowserExtension.picture(walk.page(), "connexion");

        walk.press("Camille Martin");
        assertThat(walk.heading("Réserver : Salle Condorcet")).isVisible();
        assertThat(walk.page().getByLabel("Date")).hasValue("2026-11-25");
        BrowserExtension.picture(walk.page(), "reserver");

        walk.press("Réserver");
        assertThat(walk.heading("C’est réservé")).isVisible();
        assertThat(walk.text()).contains("Mercredi 25 novembre 2026", "de 8 h 30 à 9 h 30", "Confirmée");
        BrowserExtension.picture(walk.page(), "confirmation");
    }

    @Test
    void aClickOnThePictureOfTheWeekFillsTheForm() {
        Walk walk = walk().signIn("Camille Martin");
        walk.go("/espaces/" + Places.STUDIO);

        walk.page()
                .locator(".week-grid a[href*='debut=2026-11-26T14:00']")
                .locator("rect")
                .click();

        assertThat(walk.page().getByLabel("Début")).hasValue("14:00");
        assertThat(walk.page().getByLabel("Fin")).hasValue("15:00");
    }

    @Test
    void whoeverIsSecondIsToldAndTakesTheSlotThatIsOffered() {
        walk().signIn("Camille Martin").book(Places.CLAUDEL, "2026-11-24", "10:00", "12:00");
        Walk second = walk().signIn("Idriss Lefèvre");

        second.book(Places.CLAUDEL, "2026-11-24", "11:00", "12:00");

        assertThat(second.page().getByRole(AriaRole.ALERT)).containsText("Ce créneau est déjà pris");
        assertThat(second.title()).startsWith("Erreur : ");
        assertThat(second.text()).doesNotContain("Martin");
        assertThat(second.page().getByLabel("Début")).hasValue("11:00");
        BrowserExtension.picture(second.page(), "conflit");

        second.follow("mardi 24 novembre, de 12 h 15 à 13 h 15").press("Réserver");
        assertThat(second.heading("C’est réservé")).isVisible();
    }

    @Test
    void aMistakeIsExplainedBesideTheField() {
        Walk walk = walk().signIn("Camille Martin").book(Places.CLAUDEL, "2026-11-25", "11:00", "10:00");

        assertThat(walk.page().locator("#fin-erreur")).containsText("« Fin »");
        assertThat(walk.page().locator("#erreurs")).isFocused();
        walk.page().locator("#erreurs a").click();
        assertThat(walk.page().getByLabel("Fin")).isFocused();
        BrowserExtension.picture(walk.page(), "erreur");
    }

    @Test
    void somebodyLooksAtTheirReservationsAndCancelsOne() {
        Walk walk = walk().signIn("Idriss Lefèvre").book(Places.STUDIO, "2026-12-02", "10:00", "12:00");
        walk.follow("Mes réservations");
        assertThat(walk.heading("À venir")).isVisible();
        BrowserExtension.picture(walk.page(), "mes-reservations");

        walk.follow("Annuler la réservation du Mercredi 2 décembre 2026");
        assertThat(walk.heading("Annuler cette réservation ?")).isVisible();
        BrowserExtension.picture(walk.page(), "annuler");
        walk.press("Oui, annuler la réservation");

        assertThat(walk.text()).contains("Annulée");
        walk.follow("Mes réservations");
        assertThat(walk.heading("Passées et annulées")).isVisible();
    }

    @Test
    void aMemberPaysARoomSeesTheMoneySetAsideCancelsAndFindsItAllOnTheStatement() {
        Walk walk = walk().signIn("Camille Martin");
        walk.go("/espaces/" + Places.LA_TOUR + "/reserver");
        walk.fill("Date", "2026-11-26").fill("Début", "09:00").fill("Fin", "11:30");
        assertThat(walk.text()).contains("12,00 AXO de l’heure", "Disponible sur votre compte : 250,00 AXO");
        BrowserExtension.picture(walk.page(), "reserver-payant");

        walk.press("Vérifier le prix");
        assertThat(walk.heading("Réserver pour 30,00 AXO ?")).isVisible();
        BrowserExtension.picture(walk.page(), "prix");
        walk.press("Réserver et mettre 30,00 AXO de côté");
        assertThat(walk.heading("C’est réservé")).isVisible();

        walk.follow("Voir mon compte");
        assertThat(walk.heading("Mon compte")).isVisible();
        assertThat(walk.page().locator(".figures")).containsText("220,00");
        assertThat(walk.text())
                .contains("Réservation de Salle Quentin de La Tour, 26 novembre", "30,00 AXO mis de côté");
        BrowserExtension.picture(walk.page(), "compte");

        walk.follow("Réservation de Salle Quentin de La Tour").follow("Annuler cette réservation");
        assertThat(walk.text()).contains("Rien n’est retenu : 30,00 AXO seront de nouveau disponibles");
        walk.press("Oui, annuler la réservation").follow("Mon compte");

        assertThat(walk.page().locator(".figures")).containsText("250,00");
        assertThat(walk.page().getByRole(AriaRole.TABLE)).containsText("de nouveau disponibles");
        assertThat(walk.page().getByRole(AriaRole.IMG)).hasAccessibleName("Le solde jour après jour");
        assertThat(walk.page().getByRole(AriaRole.IMG)).hasAccessibleDescription(Pattern.compile("3.mouvements"));
        assertThat(walk.page().locator(".balance .step")).hasCount(2); // nothing until it rises to 250

        walk.follow("Être payé").fill("Montant", "12,50").press("Afficher le code");
        assertThat(walk.heading("Un code pour 12,50 AXO")).isVisible();
        assertThat(walk.text()).contains("NEO:PAY/1/");
    }

    @Test
    void whoCannotPayIsToldAndHasNothingBookedNorSetAside() {
        Walk walk = walk().signIn("Idriss Lefèvre");
        walk.go("/espaces/" + Places.LA_TOUR + "/reserver");
        walk.fill("Date", "2026-11-27")
                .fill("Début", "13:30")
                .fill("Fin", "17:30")
                .press("Vérifier le prix");

        assertThat(walk.page().getByRole(AriaRole.ALERT)).containsText("insuffisante");
        assertThat(walk.text()).contains("Il faut 48,00 AXO, et 40,00 AXO sont disponibles.");
        BrowserExtension.picture(walk.page(), "solde-insuffisant");
        walk.follow("Mon compte");
        assertThat(walk.page().locator(".figures")).containsText("40,00");
        assertThat(walk.text()).doesNotContain("mis de côté");
    }

    @Test
    void anOperatorSeesTheDayOfASiteAndWhoComes() {
        walk().signIn("Camille Martin").book(Places.COWORKING, "2026-11-30", "09:00", "12:00");
        walk().signIn("Idriss Lefèvre").book(Places.COWORKING, "2026-11-30", "10:00", "17:30");
        walk().signIn("L’Atelier des possibles").book(Places.CONDORCET, "2026-11-30", "14:00", "18:00");

        Walk operator = walk().signIn("Nadia Petit").follow("Exploitation");
        operator.fill("Jour", "2026-11-30").press("Afficher");

        assertThat(operator.heading("Lundi 30 novembre 2026")).isVisible();
        assertThat(operator.text())
                .contains("Camille Martin", "Idriss Lefèvre", "L’Atelier des possibles")
                .contains("de 10 h à 12 h : 2 sur 24");
        assertThat(operator.page().locator(".lanes svg .lane-part").count()).isGreaterThanOrEqualTo(3);
        assertThat(operator.page().locator(".lanes svg .lane-taken").count()).isGreaterThanOrEqualTo(1);
        BrowserExtension.picture(operator.page(), "exploitation");
    }

    @Test
    void everythingWorksWithoutJavaScript() {
        Page page = BROWSER.open(BrowserExtension.profile(1280, 900).setJavaScriptEnabled(false));
        Walk walk = new Walk(page, portal.address());

        walk.go("/").fill("Votre commune", "vervins").press("Trouver mon site");
        walk.follow("Antenne de Vervins").follow("Salle Racine").follow("Réserver jeudi 26 novembre");
        walk.press("L’Atelier des possibles").press("Réserver");
        assertThat(walk.heading("C’est réservé")).isVisible();
        walk.follow("Annuler cette réservation").press("Oui, annuler la réservation");
        assertThat(page.locator(".status")).hasText("Annulée");
    }

    @Test
    void aWeekIsLeafedThroughBothWays() {
        Walk walk = walk().go("/espaces/" + Places.CONDORCET);

        walk.follow("Semaine suivante");
        assertThat(walk.heading("Du 30 novembre au 6 décembre 2026")).isVisible();
        walk.follow("Semaine précédente").follow("Semaine précédente");
        assertThat(walk.heading("Du 16 au 22 novembre 2026")).isVisible();
        walk.follow("Cette semaine");
        assertThat(walk.heading("Du 23 au 29 novembre 2026")).isVisible();
    }

    @Test
    void theWeekInWhichTheClockChangesSaysSo() {
        Walk walk = walk().go("/espaces/" + Places.CONDORCET + "?semaine=2027-03-22");

        assertThat(walk.text()).contains("Dimanche 28 mars : l’horloge passe de 2 h à 3 h, la journée a 23 heures.");
    }
}
