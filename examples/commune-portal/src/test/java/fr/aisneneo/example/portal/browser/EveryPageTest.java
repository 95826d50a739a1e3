package fr.aisneneo.example.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import fr.aisneneo.example.portal.PortalExtension;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds on every page: the accessibility rules, and that nothing is wider than the screen. */
@Tag("browser")
class EveryPageTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    /** The rules of WCAG 2.1 A and AA; what axe calls good practice as well. */
    private static final String RULES = """
            async () => {
              const found = await axe.run(document, {
                runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'best-practice'],
                resultTypes: ['violations'],
              });
              return found.violations.map(v =>
                  v.impact + ' ' + v.id + ': ' + v.nodes.map(n => n.html + ' ' + n.failureSummary).join(' | '));
            }
            """;

    private static String axe;

    @BeforeAll
    static void readTheRules() throws IOException {
        try (InputStream script = EveryPageTest.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(script.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void noPageBreaksARuleOfAccessibility(ColorScheme scheme) {
        List<String> broken = new ArrayList<>();
        Page page = BROWSER.open(BrowserExtension.profile(1280, 900).setColorScheme(scheme));

        EveryPage.show(page, PORTAL.address(), (shown, name) -> {
            shown.evaluate(axe);
            List<?> found = (List<?>) shown.evaluate(RULES);
            found.forEach(rule -> broken.add(name + ": " + rule));
            if (scheme == ColorScheme.DARK) {
                BrowserExtension.picture(shown, "sombre-" + name);
            }
        });

        assertThat(broken).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 360, 768})
    void noPageIsWiderThanTheScreen(int width) {
        List<String> wide = new ArrayList<>();
        Page page = BROWSER.open(BrowserExtension.profile(width, 800));

        EveryPage.show(page, PORTAL.address(), (shown, name) -> {
            int content = (Integer) shown.evaluate("document.documentElement.scrollWidth");
            if (content > width) {
                wide.add(name + ": " + content);
            }
            if (width < 768) {
                BrowserExtension.picture(shown, width + "-" + name);
            }
        });

        assertThat(wide).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {320, 1280})
    void textThatIsTwiceAsLargeIsNotCut(int width) {
        List<String> wide = new ArrayList<>();
        Page page = BROWSER.open(BrowserExtension.profile(width * 2, 1600));

        EveryPage.show(page, PORTAL.address(), (shown, name) -> {
            shown.evaluate("document.documentElement.style.fontSize = '200%'");
            int content = (Integer) shown.evaluate("document.documentElement.scrollWidth");
            if (content > width * 2) {
                wide.add(name + ": " + content);
            }
        });

        assertThat(wide).isEmpty();
    }
}
