package fr.aisneneo.example.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import fr.aisneneo.example.portal.api.Description.Operation;
import fr.aisneneo.example.portal.http.Client;
import java.net.http.HttpResponse;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The description of the API is OpenAPI 3.1, describes every address, and every answer is as it says. */
class OpenApiTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");
    private static final String RESERVATION = "{\"id\":\"01930000-0000-7000-8000-0000000000aa\",\"space\":\""
            + Places.CONDORCET + "\",\"start\":\"2026-11-24T09:00\",\"end\":\"2026-11-24T10:00\"}";
    private static final String UNKNOWN = "01930000-0000-7000-8000-00000000ffff";

    private static Description description;

    @BeforeAll
    static void readTheDescription() {
        description = new Description(PORTAL.visitor().get("/api/openapi.json").body());
    }

    @Test
    void itHasWhatOpenApiAsksFor() {
        assertThat(description.at("/openapi").asText()).matches("3\\.1\\.\\d+");
        assertThat(description.at("/info/title").asText()).isNotBlank();
        assertThat(description.at("/info/version").asText()).isNotBlank();
        assertThat(description.brokenReferences()).isEmpty();
        assertThat(description.objectionsToSchemas()).isEmpty();
        assertThat(description.operations()).isNotEmpty();
    }

    @Test
    void everyOperationIsDescribedAsOpenApiAsks() {
        Set<String> ids = new HashSet<>();
        for (Operation operation : description.operations()) {
            JsonNode node = operation.node();
            assertThat(operation.path()).startsWith("/");
            assertThat(ids.add(node.path("operationId").asText()))
                    .as("%s has an id of its own", operation)
                    .isTrue();
            assertThat(node.path("summary").asText()).as("%s", operation).isNotBlank();
            assertThat(node.path("responses").size()).as("%s", operation).isPositive();
            node.path("responses").properties().forEach(answer -> {
                assertThat(answer.getKey()).matches("[1-5]\\d\\d|default");
                assertThat(description
                                .resolve(answer.getValue())
                                .path("description")
                                .asText())
                        .isNotBlank();
            });
            assertThat(pathParameters(operation)).as("%s", operation).isEqualTo(placeholders(operation.path()));
            node.path("tags")
                    .forEach(tag -> assertThat(description.at("/tags").findValuesAsText("name"))
                            .contains(tag.asText()));
            node.path("security")
                    .forEach(way -> way.fieldNames()
                            .forEachRemaining(name -> assertThat(description
                                            .at("/components/securitySchemes")
                                            .has(name))
                                    .isTrue()));
        }
    }

    private static Set<String> placeholders(String path) {
        Set<String> names = new TreeSet<>();
        Matcher found = PLACEHOLDER.matcher(path);
        while (found.find()) {
            names.add(found.group(1));
        }
        return names;
    }

    private static Set<String> pathParameters(Operation operation) {
        Set<String> names = new TreeSet<>();
        for (JsonNode given : operation.node().path("parameters")) {
            JsonNode parameter = description.resolve(given);
            assertThat(parameter.path("name").asText()).isNotBlank();
            assertThat(parameter.path("in").asText()).isIn("path", "query", "header", "cookie");
            assertThat(parameter.has("schema") ^ parameter.has("content")).isTrue();
            if (parameter.path("in").asText().equals("path")) {
                assertThat(parameter.path("required").asBoolean()).isTrue();
                names.add(parameter.path("name").asText());
            }
        }
        return names;
    }

    @Test
    void everyAddressOfTheApiIsDescribedAndTheReverse() {
        Set<String> described = new TreeSet<>();
        description.operations().forEach(operation -> described.add(operation.toString()));

        assertThat(described).isEqualTo(new TreeSet<>(PORTAL.apiRoutes()));
    }

    /**
     * A request, by the operation that it is.
     *
     * @param id the operation
     * @param status the answer that it is after
     */
    private void answers(String id, int status, HttpResponse<String> answer) {
        String type = answer.headers().firstValue("Content-Type").orElse("").replaceFirst(";.*", "");
        assertThat(answer.statusCode()).as("%s: %s", id, answer.body()).isEqualTo(status);
        assertThat(description.objections(id, status, type, answer.body()))
                .as("%s %s", id, status)
                .isEmpty();
        seen.computeIfAbsent(id, key -> new TreeSet<>()).add(status);
    }

    private final Map<String, Set<Integer>> seen = new TreeMap<>();

    @Test
    void everyAnswerIsAsDescribed() {
        Client visitor = PORTAL.visitor();
        Client camille = PORTAL.signedIn("camille");
        Client operator = PORTAL.signedIn("accueil");
        String space = "/api/spaces/" + Places.CONDORCET;

        answers("getHealth", 200, visitor.get("/api/health"));
        answers("getDocument", 200, visitor.get("/api/openapi.json"));
        answers("findCommunes", 200, visitor.get("/api/communes?name=la"));
        answers("findCommunes", 400, visitor.get("/api/communes"));
        answers("getCommune", 200, visitor.get("/api/communes/02408"));
        answers("getCommune", 400, visitor.get("/api/communes/x"));
        answers("getCommune", 404, visitor.get("/api/communes/02999"));
        answers("getSitesOfCommune", 200, visitor.get("/api/communes/02408/sites"));
        answers("getSitesOfCommune", 404, visitor.get("/api/communes/02999/sites"));
        answers("listSites", 200, visitor.get("/api/sites"));
        answers("getSite", 200, visitor.get("/api/sites/" + Places.HUB));
        answers("getSite", 404, visitor.get("/api/sites/" + UNKNOWN));
        answers("listSpaces", 200, visitor.get("/api/sites/" + Places.HUB + "/spaces"));
        answers("listSpaces", 404, visitor.get("/api/sites/" + UNKNOWN + "/spaces"));
        answers("getSpace", 200, visitor.get(space));
        answers("getSpace", 200, visitor.get("/api/spaces/" + Places.LAB));
        answers("getSpace", 404, visitor.get("/api/spaces/" + UNKNOWN));
        answers("getAgenda", 200, visitor.get(space + "/agenda?from=2026-11-24&days=3"));
        answers("getAgenda", 400, visitor.get(space + "/agenda?days=0"));
        answers("findFreeSlot", 200, visitor.get(space + "/free?minutes=90"));
        answers("findFreeSlot", 200, visitor.get(space + "/free?minutes=44640"));
        answers("findFreeSlot", 400, visitor.get(space + "/free?minutes=x"));

        answers("getSession", 200, visitor.get("/api/session"));
        answers("signIn", 201, PORTAL.visitor().json("POST", "/api/session", "{\"account\":\"camille\"}"));
        answers("signIn", 400, PORTAL.visitor().json("POST", "/api/session", "{}"));
        answers("signIn", 403, PORTAL.visitor().json("POST", "/api/session", "{\"account\":\"nobody\"}"));
        answers("getSession", 200, camille.get("/api/session"));

        assertThat(description.objections("reserve", RESERVATION)).isEmpty();
        answers("reserve", 401, visitor.json("POST", "/api/reservations", RESERVATION));
        answers("reserve", 403, camille.json("POST", "/api/reservations", RESERVATION));
        answers("reserve", 201, camille.change("POST", "/api/reservations", RESERVATION));
        answers("reserve", 200, camille.change("POST", "/api/reservations", RESERVATION));
        answers("reserve", 400, camille.change("POST", "/api/reservations", "{"));
        answers(
                "reserve",
                404,
                camille.change("POST", "/api/reservations", RESERVATION.replace(Places.CONDORCET, UNKNOWN)));
        answers("reserve", 409, camille.change("POST", "/api/reservations", RESERVATION.replace("0aa\"", "0ab\"")));
        answers("reserve", 409, camille.change("POST", "/api/reservations", RESERVATION.replace("T10:00", "T11:00")));
        answers(
                "reserve",
                422,
                camille.change(
                        "POST",
                        "/api/reservations",
                        RESERVATION.replace("0aa\"", "0ac\"").replace("11-24", "11-29")));
        answers("reserve", 413, camille.change("POST", "/api/reservations", " ".repeat(100_000)));
        answers("listMyReservations", 200, camille.get("/api/reservations/mine"));
        answers("listMyReservations", 400, camille.get("/api/reservations/mine?which=all"));
        answers("listMyReservations", 401, visitor.get("/api/reservations/mine"));
        String mine = "/api/reservations/01930000-0000-7000-8000-0000000000aa";
        answers("getReservation", 200, camille.get(mine));
        answers("getReservation", 401, visitor.get(mine));
        answers("getReservation", 404, camille.get("/api/reservations/" + UNKNOWN));
        answers("getDay", 200, operator.get("/api/sites/" + Places.HUB + "/day?date=2026-11-24"));
        answers("getDay", 401, visitor.get("/api/sites/" + Places.HUB + "/day"));
        answers("getDay", 403, camille.get("/api/sites/" + Places.HUB + "/day"));
        answers("cancelReservation", 403, camille.json("POST", mine + "/cancel", "{}"));
        answers("cancelReservation", 404, operator.change("POST", "/api/reservations/" + UNKNOWN + "/cancel", "{}"));
        answers("cancelReservation", 200, camille.change("POST", mine + "/cancel", "{}"));
        answers("deleteReservation", 200, camille.change("DELETE", mine, ""));
        answers("reserve", 409, camille.change("POST", "/api/reservations", RESERVATION));
        answers("deleteReservation", 400, camille.change("DELETE", "/api/reservations/1", ""));
        answers("signOut", 204, camille.change("DELETE", "/api/session", ""));

        assertThat(seen.keySet())
                .as("each operation was asked once at least")
                .containsExactlyInAnyOrderElementsOf(description.operations().stream()
                        .map(operation -> operation.node().path("operationId").asText())
                        .toList());
    }

    @Test
    void aConflictOffersAFreeSlot() {
        Client camille = PORTAL.signedIn("camille");
        String wish =
                "{\"space\":\"" + Places.CLAUDEL + "\",\"start\":\"2026-11-24T09:00\",\"end\":\"2026-11-24T11:00\"}";
        camille.change("POST", "/api/reservations", wish);

        JsonNode problem = Description.read(
                camille.change("POST", "/api/reservations", wish).body());

        assertThat(problem.at("/alternative/start").asText()).isEqualTo("2026-11-24T11:15:00+01:00");
        assertThat(problem.at("/alternative/end").asText()).isEqualTo("2026-11-24T13:15:00+01:00");
    }

    @Test
    void aReservationThatWasCancelledIsNotAnnouncedAsMadeWhenItIsAskedForAgain() {
        Client camille = PORTAL.signedIn("camille");
        String id = "01930000-0000-7000-8000-0000000000ca";
        String wish =
                RESERVATION.replace("01930000-0000-7000-8000-0000000000aa", id).replace("11-24", "11-25");
        camille.change("POST", "/api/reservations", wish);
        camille.change("DELETE", "/api/reservations/" + id, "");

        HttpResponse<String> again = camille.change("POST", "/api/reservations", wish);

        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.headers().firstValue("Location")).isEmpty();
        assertThat(Description.read(again.body()).at("/code").asText()).isEqualTo("portal.reservation.cancelled");
        assertThat(camille.get("/api/reservations/" + id).body()).contains("CANCELLED");
    }

    @Test
    void aTimeThatHappensTwiceIsToldByItsOffset() {
        Client visitor = PORTAL.visitor();
        String agenda = visitor.get("/api/spaces/" + Places.CONDORCET + "/agenda?from=2027-10-31&days=1")
                .body();

        assertThat(agenda).contains("2027-10-31T00:00:00+02:00", "2027-11-01T00:00:00+01:00");
        HttpResponse<String> free = visitor.get("/api/spaces/" + Places.CONDORCET
                + "/free?after=2027-10-31T02:30%2B01:00&until=2027-11-02T00:00%2B01:00");
        assertThat(free.statusCode()).isEqualTo(200);
    }

    @Test
    void reservationsAreListedPageByPage() {
        Client atelier = PORTAL.signedIn("atelier");
        for (int day = 1; day <= 4; day++) {
            String date = "2026-12-0" + day;
            atelier.change(
                    "POST",
                    "/api/reservations",
                    "{\"space\":\"" + Places.COWORKING + "\",\"start\":\"" + date + "T09:00\",\"end\":\"" + date
                            + "T10:00\"}");
        }

        JsonNode first =
                Description.read(atelier.get("/api/reservations/mine?limit=3").body());
        JsonNode second = Description.read(atelier.get("/api/reservations/mine?limit=3&cursor="
                        + first.get("next").asText())
                .body());

        assertThat(first.get("items").findValuesAsText("start"))
                .isEqualTo(
                        List.of("2026-12-01T09:00:00+01:00", "2026-12-02T09:00:00+01:00", "2026-12-03T09:00:00+01:00"));
        assertThat(second.get("items").findValuesAsText("start")).isEqualTo(List.of("2026-12-04T09:00:00+01:00"));
    }
}
