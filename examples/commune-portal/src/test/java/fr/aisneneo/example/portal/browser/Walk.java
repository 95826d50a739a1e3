package fr.aisneneo.example.portal.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;

/** What people do on the pages, in their words. */
final class Walk {
    private final Page page;
    private final URI portal;

    Walk(Page page, URI portal) {
        this.page = page;
        this.portal = portal;
    }

    Page page() {
        return page;
    }

    Walk go(String path) {
        page.navigate(portal.resolve(path).toString());
        return this;
    }

    Walk follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link))
                .first()
                .click();
        return this;
    }

    Walk press(String button) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button))
                .first()
                .click();
        return this;
    }

    Walk fill(String label, String value) {
        page.getByLabel(label, new Page.GetByLabelOptions().setExact(true)).fill(value);
        return this;
    }

    Walk signIn(String name) {
        go("/connexion");
        return press(name);
    }

    Walk book(String space, String date, String start, String end) {
        go("/espaces/" + space + "/reserver");
        fill("Date", date).fill("Début", start).fill("Fin", end);
        return press("Réserver");
    }

    Locator heading(String text) {
        return page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName(text));
    }

    String title() {
        return page.title().replace('\u00a0', ' ');
    }

    String text() {
        return page.locator("main").innerText().replace('\u00a0', ' ');
    }
}
