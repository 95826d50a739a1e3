package fr.aisneneo.example.portal.web;

import fr.aisneneo.example.portal.account.Account;
import fr.aisneneo.example.portal.session.Visit;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.javalin.http.Context;

/** Answers with pages: a template and the view it shows. Thread-safe. */
public final class Pages {
    private static final String TEMPLATES = "fr.aisneneo.example.portal.template";

    private final Assets assets;
    private final TemplateEngine templates =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Pages.class.getClassLoader(), TEMPLATES);

    /**
     * Pages with a style.
     *
     * @param assets the style sheet and what else pages refer to
     */
    public Pages(Assets assets) {
        this.assets = assets;
    }

    /** What stands around a page. */
    public Frame frame(Context ctx, String title, Frame.Section section) {
        Visit visit = Visit.of(ctx);
        return new Frame(
                title,
                section,
                visit.account().map(Account::name).orElse(null),
                visit.account().map(Account::operator).orElse(false),
                visit.account().isPresent() ? visit.csrfToken() : "",
                assets.address("portal.css"),
                assets.address("portal.js"),
                assets.address("icon.svg"));
    }

    /**
     * Answers with a page.
     *
     * @param ctx the request; its status stays as it is
     * @param template the template, without {@code .jte}
     * @param view what it shows
     */
    public void show(Context ctx, String template, Object view) {
        StringOutput page = new StringOutput();
        templates.render(template + ".jte", view, page);
        ctx.contentType("text/html; charset=utf-8").header("Content-Language", "fr");
        ctx.result(FrenchSpaces.unbreakable(page.toString()));
    }
}
