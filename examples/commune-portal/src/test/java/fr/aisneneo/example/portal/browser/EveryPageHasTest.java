package fr.aisneneo.example.portal.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ReducedMotion;
import fr.aisneneo.example.portal.PortalExtension;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * What no rule of axe asks for, and every page has: a title of its own, linked errors, French spaces, no forced motion.
 */
@Tag("browser")
class EveryPageHasTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    @RegisterExtension
    static final BrowserExtension BROWSER = new BrowserExtension();

    private static final String BREAKING = """
            (document.title + ' ' + document.body.innerText).match(/.{0,20}( [:;?!»]|« ).{0,20}/g) || []
            """;

    /** Each wrong field names its error as a description, and the summary, which has the focus, leads to the field. */
    private static final String UNLINKED_ERRORS = """
            [...document.querySelectorAll('[aria-invalid=true]')]
                .filter(field => {
                  const described = (field.getAttribute('aria-describedby') || '').split(' ');
                  const error = described.includes(field.id + '-erreur')
                      && document.getElementById(field.id + '-erreur')?.innerText;
                  const summary = document.querySelector('[role=alert]');
                  const link = summary?.querySelector(`a[href="#${field.id}"]`);
                  return !error || !link || document.activeElement !== summary;
                })
                .map(field => field.id)
            """;

    private static final String MOVING = """
            [...document.querySelectorAll('*')].filter(element => {
              const style = getComputedStyle(element);
              return style.transitionDuration.split(', ').some(time => time !== '0s') || style.animationName !== 'none';
            }).length
            """;

    @Test
    void aTitleOfItsOwnOneHeadingLinkedErrorsAndFrenchSpaces() {
        Map<String, String> titles = new TreeMap<>();
        List<String> wrong = new ArrayList<>();

        EveryPage.show(BROWSER.open(), PORTAL.address(), (page, name) -> {
            String title = page.title();
            String other = titles.put(title, name);
            if (!title.endsWith(" – Aisne Neo") || (other != null && !sameTitle(other, name))) {
                wrong.add("%s: the title %s, that of %s too".formatted(name, title, other));
            }
            if (page.locator("h1").count() != 1) {
                wrong.add(name + ": not one heading of the first level");
            }
            ((List<?>) page.evaluate(UNLINKED_ERRORS)).forEach(field -> wrong.add(name + ": the error of " + field));
            ((List<?>) page.evaluate(BREAKING)).forEach(text -> wrong.add(name + ": a space that breaks in " + text));
        });

        assertThat(wrong).isEmpty();
        assertThat(titles.keySet())
                .as("pages with an error say so first")
                .anyMatch(title -> title.startsWith("Erreur"));
    }

    /** The same page in another state. */
    private static boolean sameTitle(String one, String other) {
        return List.of(
                        List.of("accueil", "recherche", "recherche-vide"),
                        List.of("semaine-places", "semaine-noel"),
                        List.of("conflit", "erreur"),
                        List.of("reservation", "reservation-exploitant"))
                .stream()
                .anyMatch(states -> states.contains(one) && states.contains(other));
    }

    @Test
    void nothingMovesForWhoeverAsksForLessMotion() {
        assertThat(moving(ReducedMotion.NO_PREFERENCE)).isPositive();
        assertThat(moving(ReducedMotion.REDUCE)).isZero();
    }

    private static int moving(ReducedMotion wish) {
        Page page = BROWSER.open(BrowserExtension.profile(1280, 900).setReducedMotion(wish));
        page.navigate(PORTAL.address().toString());
        return (Integer) page.evaluate(MOVING);
    }
}
