package fr.aisneneo.example.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Everything is done with Tab and Enter, and one always sees where one is. */
@Tag("browser")
class KeyboardTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static final int MOST_STEPS = 120;
    private static final String FOCUSED = "(document.activeElement.innerText || document.activeElement.name || '')";
    private static final String OUTLINED = """
            (() => {
              const el = document.activeElement;
              const shown = [getComputedStyle(el), getComputedStyle(el, '::after')];
              return shown.some(s => s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) >= 2);
            })()
            """;

    /** Tabs until what has the focus says this, and checks on the way that it can be seen. */
    private static void tabTo(Page page, String text) {
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            String focused = page.evaluate(FOCUSED).toString().replace('\u00a0', ' ');
            assertThat(page.evaluate(OUTLINED))
                    .as("the focus on %s is visible", focused)
                    .isEqualTo(true);
            if (focused.contains(text)) {
                return;
            }
        }
        throw new AssertionError("The keyboard never reaches " + text);
    }

    /** Presses Enter and waits for the page that it leads to. */
    private static void enter(Page page, String title) {
        page.keyboard().press("Enter");
        arrive(page, title);
    }

    /** Waits for a page and its style sheet, without which no focus can be seen. */
    private static void arrive(Page page, String title) {
        assertThat(page).hasTitle(Pattern.compile(title));
        page.waitForLoadState();
    }

    @Test
    void theFirstStepSkipsToTheContent() {
        Page page = BROWSER.open();
        page.navigate(PORTAL.address().toString());

        page.keyboard().press("Tab");
        assertThat(page.locator(".skip")).isFocused();
        assertThat(page.locator(".skip")).isInViewport();
        page.keyboard().press("Enter");

        assertThat(page.locator("main")).isFocused();
    }

    @Test
    void aReservationIsMadeAndCancelledByKeyboardAlone() {
        Page page = BROWSER.open();
        page.navigate(PORTAL.address().toString());

        tabTo(page, "commune");
        page.keyboard().type("soissons");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trouvees")).isVisible();
        tabTo(page, "Antenne de Soissons");
        enter(page, "Antenne de Soissons");
        tabTo(page, "Salle Alexandre Dumas");
        enter(page, "Salle Alexandre Dumas");
        tabTo(page, "Réserver jeudi 26 novembre");
        enter(page, "Se connecter");
        tabTo(page, "Idriss Lefèvre");
        enter(page, "Réserver");
        assertThat(page.getByLabel("Date")).hasValue("2026-11-26");
        do {
            tabTo(page, "Réserver");
        } while (!page.evaluate("document.activeElement.type || ''").equals("submit"));
        enter(page, "Réservation");
        assertThat(page.locator("h1")).hasText("C’est réservé");

        tabTo(page, "Annuler cette réservation");
        enter(page, "Annuler une réservation");
        tabTo(page, "Oui, annuler");
        enter(page, "Réservation");
        assertThat(page.locator(".status")).hasText("Annulée");
    }

    @Test
    void aMistakeIsReadFirstAndLeadsToItsField() {
        Page page = BROWSER.open();
        new Walk(page, PORTAL.address()).signIn("Camille Martin").book(Places.CLAUDEL, "2026-11-25", "11:00", "10:00");

        assertThat(page.locator("#erreurs")).isFocused();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");

        assertThat(page.getByLabel("Fin")).isFocused();
        assertThat(page.getByLabel("Fin")).hasAccessibleDescription(Pattern.compile("Erreur.*Fin"));
    }

    @Test
    void anOperatorLeafsThroughTheDaysOfASite() {
        Page page = BROWSER.open();
        new Walk(page, PORTAL.address()).signIn("Nadia Petit");
        arrive(page, "Réserver un espace");

        tabTo(page, "Exploitation");
        enter(page, "Hub de Laon, lundi");
        tabTo(page, "Lendemain");
        enter(page, "Hub de Laon, mardi");
        tabTo(page, "Antenne de Vervins");
        enter(page, "Antenne de Vervins, mardi");
    }

    @Test
    void thePictureOfTheWeekIsNoTrapAndNoDetour() {
        Page page = BROWSER.open();
        page.navigate(PORTAL.address().resolve("/espaces/" + Places.STUDIO).toString());

        tabTo(page, "Semaine suivante");
        page.keyboard().press("Tab");

        assertThat(page.evaluate("document.activeElement.closest('.days') !== null"))
                .as("the step behind the picture leads into the table")
                .isEqualTo(true);
    }
}
