package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bad input gets the right status, a stable code and a French sentence, and nothing is written. */
class BadInputTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String SPACE = "\"space\":\"" + Places.CONDORCET + "\",";
    private static final String START = "\"start\":\"2026-11-24T09:00\",";

    /**
     * What is sent, and what has to come back.
     *
     * @param name what is wrong with it
     * @param body the request
     * @param status the HTTP status
     * @param code the stable code
     * @param field the field that is named, or null
     * @param french a part of the French message
     */
    record Wrong(String name, String body, int status, String code, String field, String french) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Wrong> reservations() {
        return List.of(
                new Wrong("no JSON", "{\"space\":", 400, "json.malformed", null, "pas du JSON lisible"),
                new Wrong("an array", "[1,2]", 400, "input.malformed", "json", "forme attendue"),
                new Wrong("nothing", "null", 400, "input.required", "json", "obligatoire"),
                new Wrong("deep nesting", "{\"x\":" + "[".repeat(20_000), 400, "input.too_large", "json", "trop grand"),
                new Wrong(
                        "no space",
                        "{" + START + "\"end\":\"2026-11-24T10:00\"}",
                        400,
                        "input.required",
                        "space",
                        "obligatoire"),
                new Wrong(
                        "no end",
                        "{" + SPACE + "\"start\":\"2026-11-24T09:00\"}",
                        400,
                        "input.required",
                        "end",
                        "obligatoire"),
                new Wrong(
                        "an id that is none",
                        "{\"id\":\"42\"," + SPACE + START + "\"end\":\"2026-11-24T10:00\"}",
                        400,
                        "input.malformed",
                        null,
                        "n’a pas la forme attendue"),
                new Wrong(
                        "a space that is none",
                        "{\"space\":\"salle\"," + START + "\"end\":\"2026-11-24T10:00\"}",
                        400,
                        "input.malformed",
                        "space",
                        "n’a pas la forme attendue"),
                new Wrong(
                        "a space that is not there",
                        "{\"space\":\"01930000-0000-7000-8000-00000000ffff\"," + START
                                + "\"end\":\"2026-11-24T10:00\"}",
                        404,
                        "booking.space.unknown",
                        null,
                        "Il n’existe pas d’espace"),
                new Wrong(
                        "an end before the start",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T08:00\"}",
                        400,
                        "calendar.interval.reversed",
                        "slot.end",
                        "la fin"),
                new Wrong(
                        "no length",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T09:00\"}",
                        400,
                        "calendar.interval.empty",
                        "slot.end",
                        "identiques"),
                new Wrong(
                        "ten years",
                        "{" + SPACE + START + "\"end\":\"2036-11-24T09:00\"}",
                        422,
                        "booking.slot.too_long",
                        null,
                        "dure au plus"),
                new Wrong(
                        "a time that the clock skips",
                        "{" + SPACE + "\"start\":\"2027-03-28T02:30\",\"end\":\"2027-03-28T04:00\"}",
                        400,
                        "calendar.time.nonexistent",
                        "slot.start",
                        "n’existe pas"),
                new Wrong(
                        "a zone that is none",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T10:00\",\"zone\":\"Europe/Laon\"}",
                        400,
                        "calendar.zone.unknown",
                        "zone",
                        "fuseau horaire inconnu"),
                new Wrong(
                        "another zone than the space’s",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T10:00\",\"zone\":\"America/New_York\"}",
                        400,
                        "booking.slot.zone",
                        "slot.zone",
                        "Europe/Paris"),
                new Wrong(
                        "an offset that is not in force",
                        "{" + SPACE + "\"start\":\"2026-11-24T09:00+05:00\",\"end\":\"2026-11-24T10:00+05:00\"}",
                        400,
                        "calendar.time.offset",
                        "slot.start",
                        "décalage"),
                new Wrong(
                        "a time that is none",
                        "{" + SPACE + "\"start\":\"demain\",\"end\":\"2026-11-24T10:00\"}",
                        400,
                        "input.malformed",
                        "start",
                        "n’a pas la forme attendue"),
                new Wrong(
                        "no places",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T10:00\",\"quantity\":0}",
                        400,
                        "input.out_of_range",
                        "quantity",
                        "compris entre"),
                new Wrong(
                        "too many places",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T10:00\",\"quantity\":2}",
                        422,
                        "booking.capacity.exceeded",
                        null,
                        "places"),
                new Wrong(
                        "a number where a text belongs",
                        "{" + SPACE + START + "\"end\":7}",
                        400,
                        "input.malformed",
                        "end",
                        "forme attendue"),
                new Wrong(
                        "off the grid",
                        "{" + SPACE + "\"start\":\"2026-11-24T09:07\",\"end\":\"2026-11-24T10:00\"}",
                        400,
                        "booking.slot.grid",
                        "slot.start",
                        "15 min"),
                new Wrong(
                        "the past",
                        "{" + SPACE + "\"start\":\"2026-11-20T09:00\",\"end\":\"2026-11-20T10:00\"}",
                        422,
                        "booking.slot.past",
                        null,
                        "passé"),
                new Wrong(
                        "too far ahead",
                        "{" + SPACE + "\"start\":\"2028-11-24T09:00\",\"end\":\"2028-11-24T10:00\"}",
                        422,
                        "booking.slot.beyond_horizon",
                        null,
                        "à l’avance"),
                new Wrong(
                        "a public holiday",
                        "{" + SPACE + "\"start\":\"2026-12-25T09:00\",\"end\":\"2026-12-25T10:00\"}",
                        422,
                        "booking.slot.closed",
                        null,
                        "fermé"));
    }

    @ParameterizedTest
    @MethodSource("reservations")
    void aReservationThatMakesNoSenseIsRefused(Wrong wrong) {
        HttpResponse<String> answer = PORTAL.signedIn("camille").change("POST", "/api/reservations", wrong.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(wrong.status());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.headers().firstValue("Content-Language")).contains("fr");
        assertThat(answer.body())
                .contains("\"code\":\"" + wrong.code() + "\"", "\"status\":" + wrong.status(), wrong.french());
        if (wrong.field() != null) {
            assertThat(answer.body()).contains("\"field\":\"" + wrong.field() + "\"");
        }
    }

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
        HttpResponse<String> answer = PORTAL.visitor().get(wrong.body());

        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(wrong.status());
        assertThat(answer.body()).contains("\"code\":\"" + wrong.code() + "\"", wrong.french());
        if (wrong.field() != null) {
            assertThat(answer.body()).contains("\"field\":\"" + wrong.field() + "\"");
        }
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

    @AfterEach
    void nothingWasWritten() {
        Client camille = PORTAL.signedIn("camille");
        assertThat(camille.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
        assertThat(camille.get("/api/reservations/mine?which=past").body()).isEqualTo("{\"items\":[]}");
        assertThat(camille.get("/api/spaces/" + Places.CONDORCET + "/agenda?from=2026-11-24&days=60")
                        .body())
                .doesNotContain("TAKEN");
    }
}
