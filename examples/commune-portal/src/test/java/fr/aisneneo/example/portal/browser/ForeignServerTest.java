package fr.aisneneo.example.portal.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.process.PortalProcess;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * A server set to another language and zone, where "i" is not the small "I", serves the same French pages in Paris
 * time.
 */
@Tag("browser")
class ForeignServerTest {
    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static final String[] TURKISH_IN_COLOMBO = {
        "-Duser.language=tr", "-Duser.country=TR", "-Duser.timezone=Asia/Colombo"
    };
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRENCH);

    @Test
    void somebodyBooksAndReadsTheirReservationInFrenchAndInParisTime(@TempDir Path folder) throws Exception {
        try (PortalProcess portal = PortalProcess.start(folder, TURKISH_IN_COLOMBO)) {
            Walk walk = new Walk(BROWSER.open(), portal.address()).go("/");
            walk.fill("Votre commune", "VILLERS-COTTERÊTS").press("Trouver mon site");
            assertThat(walk.heading("Villers-Cotterêts")).isVisible();

            walk.go("/espaces/" + Places.CONDORCET).follow("Semaine suivante");
            walk.page().locator(".days a").first().click();
            walk.press("Idriss Lefèvre");
            LocalDate day = LocalDate.parse(walk.page().getByLabel("Date").inputValue());
            LocalTime start = LocalTime.parse(walk.page().getByLabel("Début").inputValue());
            assertThat(start).as("when the room opens in Paris").isEqualTo("08:30");
            walk.press("Réserver");

            assertThat(walk.heading("C’est réservé")).isVisible();
            assertThat(walk.text()).containsIgnoringCase(DAY.format(day)).contains("de 8 h 30 à 9 h 30", "Confirmée");
        }
    }
}
