package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A question that makes no sense is refused in French, or in English, by the API and by pages. */
class BadQuestionTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    static List<Wrong> questions() {
        String agenda = "/api/spaces/" + Places.CONDORCET + "/agenda";
        String free = "/api/spaces/" + Places.CONDORCET + "/free";
        return List.of(
                new Wrong(
                        "an unknown commune", "/api/communes/02999", 404, "territory.commune.unknown", null, "commune"),
                new Wrong("a code that is none", "/api/communes/Laon", 400, "territory.insee.malformed", null, "INSEE"),
                new Wrong("no name", "/api/communes", 400, "input.required", "name", "obligatoire"),
                new Wrong(
                        "a long name",
                        "/api/communes?name=" + "x".repeat(101),
                        400,
                        "input.too_large",
                        null,
                        "trop grand"),
                new Wrong("a site id that is none", "/api/sites/1", 400, "input.malformed", null, "forme attendue"),
                new Wrong(
                        "an unknown site",
                        "/api/sites/01930000-0000-7000-8000-00000000ffff",
                        404,
                        "territory.site.not_found",
                        null,
                        "site"),
                new Wrong("a date that is none", agenda + "?from=2026-02-30", 400, "input.malformed", "from", "forme"),
                new Wrong("a date far away", agenda + "?from=9999-01-01", 400, "input.out_of_range", "from", "compris"),
                new Wrong("no days", agenda + "?days=0", 400, "input.out_of_range", "days", "compris entre 1 et 62"),
                new Wrong("too many days", agenda + "?days=1000", 400, "input.out_of_range", "days", "compris"),
                new Wrong("days that are no number", agenda + "?days=sept", 400, "input.malformed", "days", "forme"),
                new Wrong(
                        "an end before",
                        free + "?after=2026-11-24T09:00&until=2026-11-23T09:00",
                        400,
                        "calendar.interval.reversed",
                        "end",
                        "fin"),
                new Wrong("ten years", free + "?until=2040-01-01T00:00", 400, "input.too_large", null, "trop grand"),
                new Wrong("no such address", "/api/espaces", 404, "portal.page.unknown", null, "rien à cette adresse"));
    }

    @ParameterizedTest
    @MethodSource("questions")
    void aQuestionThatMakesNoSenseIsRefused(Wrong wrong) {
        wrong.isRefusedBy(PORTAL.visitor().get(wrong.sent()));
    }

    @Test
    void aProgramThatAsksForEnglishGetsEnglish() {
        HttpResponse<String> answer =
                PORTAL.visitor().get("/api/communes/02999", "Accept-Language", "en-GB,en;q=0.9,fr;q=0.1");

        assertThat(answer.headers().firstValue("Content-Language")).contains("en");
        assertThat(answer.body()).contains("Not found").doesNotContain("Page introuvable");
    }

    @Test
    void pagesRefuseWithAPageInFrench() {
        Client visitor = PORTAL.visitor();

        assertThat(visitor.get("/nulle-part").statusCode()).isEqualTo(404);
        assertThat(visitor.get("/nulle-part").body()).contains("Page introuvable", "<html lang=\"fr\"");
        assertThat(visitor.get("/sites/42").statusCode()).isEqualTo(400);
        assertThat(visitor.get("/espaces/01930000-0000-7000-8000-00000000ffff").statusCode())
                .isEqualTo(404);
        assertThat(visitor.get("/espaces/" + Places.CONDORCET + "?semaine=hier").statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/espaces/" + Places.CONDORCET + "?semaine=2126-01-01")
                        .statusCode())
                .isEqualTo(400);
        assertThat(visitor.get("/?commune=" + "x".repeat(101)).statusCode()).isEqualTo(400);
    }

    @Test
    void whatPeopleTypeIsEscaped() {
        String page = PORTAL.visitor()
                .get("/?commune=%3Cscript%3Ealert(1)%3C/script%3E%22%20onfocus=%22x")
                .body();

        assertThat(page)
                .doesNotContain("<script>alert")
                .contains("value=\"&lt;script>alert(1)&lt;/script>&#34; onfocus=&#34;x\"");
    }
}
