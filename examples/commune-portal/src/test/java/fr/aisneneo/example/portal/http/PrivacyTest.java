package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is somebody's own stays so; operators see it, nobody else. */
class PrivacyTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static String reservationOfCamille(String date) {
        HttpResponse<String> answer = PORTAL.signedIn("camille")
                .change(
                        "POST",
                        "/api/reservations",
                        "{\"space\":\"" + Places.CONDORCET + "\",\"start\":\"" + date + "T09:00\",\"end\":\"" + date
                                + "T10:00\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow().replace("/api/reservations/", "");
    }

    @Test
    void somebodyElseCannotSeeAReservation() {
        String id = reservationOfCamille("2026-11-24");
        Client idriss = PORTAL.signedIn("idriss");

        assertThat(idriss.get("/reservations/" + id).statusCode()).isEqualTo(404);
        assertThat(idriss.get("/reservations/" + id + "/annuler").statusCode()).isEqualTo(404);
        assertThat(idriss.get("/api/reservations/" + id).statusCode()).isEqualTo(404);
        assertThat(idriss.get("/api/reservations/mine").body()).doesNotContain(id);
    }

    @Test
    void somebodyElseCannotCancelAReservation() {
        String id = reservationOfCamille("2026-11-25");
        Client idriss = PORTAL.signedIn("idriss");

        assertThat(idriss.change("DELETE", "/api/reservations/" + id, "").statusCode())
                .isEqualTo(404);
        assertThat(idriss.change("POST", "/api/reservations/" + id + "/cancel", "{}")
                        .statusCode())
                .isEqualTo(404);
        assertThat(idriss.submit("/reservations", "/reservations/" + id + "/annuler", Map.of())
                        .statusCode())
                .isEqualTo(404);
        assertThat(PORTAL.signedIn("camille").get("/api/reservations/" + id).body())
                .contains("CONFIRMED");
    }

    @Test
    void aReservationThatIsNotThereLooksLikeSomebodyElses() {
        String id = reservationOfCamille("2026-11-26");
        Client idriss = PORTAL.signedIn("idriss");

        String absent = "01930000-0000-7000-8000-00000000ffff";
        String other = idriss.get("/api/reservations/" + id).body();
        String none = idriss.get("/api/reservations/" + absent).body();

        assertThat(other.replace(id, "").replaceAll("urn:uuid:[^\"]+", ""))
                .isEqualTo(none.replace(absent, "").replaceAll("urn:uuid:[^\"]+", ""));
    }

    @Test
    void anothersIdCannotBeUsedToLearnWhatIsReserved() {
        String id = reservationOfCamille("2026-11-27");

        HttpResponse<String> answer = PORTAL.signedIn("idriss")
                .change(
                        "POST",
                        "/api/reservations",
                        "{\"id\":\"" + id + "\",\"space\":\"" + Places.CONDORCET
                                + "\",\"start\":\"2026-11-27T09:00\",\"end\":\"2026-11-27T10:00\"}");

        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("command.repeated_differently").doesNotContain("09:00");
    }

    @Test
    void visitorsAndMembersSeeNoOperatorsDay() {
        assertThat(PORTAL.visitor().get("/exploitation/" + Places.HUB).statusCode())
                .isEqualTo(303);
        assertThat(PORTAL.visitor().get("/api/sites/" + Places.HUB + "/day").statusCode())
                .isEqualTo(401);
        assertThat(PORTAL.signedIn("camille").get("/exploitation/" + Places.HUB).statusCode())
                .isEqualTo(403);
        assertThat(PORTAL.signedIn("camille")
                        .get("/api/sites/" + Places.HUB + "/day")
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void anOperatorSeesTheDayWithNamesAndCancelsForOthers() {
        String id = reservationOfCamille("2026-11-30");
        Client operator = PORTAL.signedIn("accueil");

        String day =
                operator.get("/exploitation/" + Places.HUB + "?jour=2026-11-30").body();
        assertThat(day).contains("Camille Martin", "Salle Condorcet", "de 9 h à 10 h");
        assertThat(operator.get("/reservations/" + id).body()).contains("Camille Martin");
        assertThat(operator.submit("/reservations/" + id, "/reservations/" + id + "/annuler", Map.of())
                        .statusCode())
                .isEqualTo(303);
        assertThat(PORTAL.signedIn("camille").get("/api/reservations/" + id).body())
                .contains("CANCELLED");
    }

    @Test
    void aWeekSaysWhatIsTakenAndNotByWhom() {
        reservationOfCamille("2026-12-01");

        assertThat(PORTAL.signedIn("idriss")
                        .get("/espaces/" + Places.CONDORCET + "?semaine=2026-12-01")
                        .body())
                .contains("de 9 h à 10 h 15")
                .doesNotContain("Camille");
        assertThat(PORTAL.visitor()
                        .get("/api/spaces/" + Places.CONDORCET + "/agenda?from=2026-12-01&days=1")
                        .body())
                .contains("TAKEN")
                .doesNotContain("Camille", "holder", "party");
    }
}
