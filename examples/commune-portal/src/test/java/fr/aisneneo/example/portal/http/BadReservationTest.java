package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reservation that makes no sense gets the right status, a stable code and a French sentence; nothing is written. */
class BadReservationTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final String SPACE = "\"space\":\"" + Places.CONDORCET + "\",";
    private static final String START = "\"start\":\"2026-11-24T09:00\",";

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
                        "a zone within the time",
                        "{" + SPACE + "\"start\":\"2026-11-27T09:00+01:00[Asia/Tokyo]\","
                                + "\"end\":\"2026-11-27T10:00+01:00\"}",
                        400,
                        "input.malformed",
                        "start",
                        "n’a pas la forme attendue"),
                new Wrong(
                        "an offset that is not in force in winter",
                        "{" + SPACE + "\"start\":\"2026-11-27T09:00+02:00\",\"end\":\"2026-11-27T10:00+02:00\"}",
                        400,
                        "calendar.time.offset",
                        "slot.start",
                        "décalage"),
                new Wrong(
                        "a member that is spelt wrong",
                        "{" + SPACE + START + "\"end\":\"2026-11-24T10:00\",\"quantty\":5}",
                        400,
                        "portal.member.unknown",
                        "quantty",
                        "quantity"),
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
        wrong.isRefusedBy(PORTAL.signedIn("camille").change("POST", "/api/reservations", wrong.sent()));
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
