package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** HEAD, OPTIONS and methods that an address does not take, as RFC 9110 has them. */
class MethodsTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static HttpResponse<String> ask(String method, String path) {
        Client visitor = PORTAL.visitor();
        return visitor.send(
                visitor.request(path).method(method, BodyPublishers.noBody()).build());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/sites",
                "/espaces/" + Places.CONDORCET,
                "/reservations",
                "/nulle-part",
                "/sites/42",
                "/api/sites/01930000-0000-7000-8000-00000000ffff",
                "/api/reservations/mine"
            })
    void headSaysWhatGetSaysAndNothingMore(String path) {
        HttpResponse<String> get = ask("GET", path);
        HttpResponse<String> head = ask("HEAD", path);

        assertThat(head.statusCode()).isEqualTo(get.statusCode());
        assertThat(head.body()).isEmpty();
        for (String header : new String[] {"Content-Type", "Content-Length", "Location", "WWW-Authenticate"}) {
            assertThat(head.headers().firstValue(header))
                    .as(header)
                    .isEqualTo(get.headers().firstValue(header));
        }
    }

    @Test
    void optionsTellsTheMethodsOfAnAddress() {
        HttpResponse<String> answer = ask("OPTIONS", "/api/reservations/01930000-0000-7000-8000-00000000ffff");

        assertThat(answer.statusCode()).isEqualTo(204);
        assertThat(answer.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "DELETE", "OPTIONS");
        assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(ask("OPTIONS", "/nulle-part").statusCode()).isEqualTo(404);
    }

    @Test
    void aMethodThatAnAddressDoesNotTakeIsRefusedWithThoseItTakes() {
        HttpResponse<String> api = PORTAL.visitor().json("PUT", "/api/sites", "{}");

        assertThat(api.statusCode()).isEqualTo(405);
        assertThat(api.body()).contains("portal.method");
        assertThat(api.headers().firstValue("Allow").orElseThrow().split(", "))
                .containsExactlyInAnyOrder("GET", "HEAD", "OPTIONS");
        assertThat(PORTAL.signedIn("camille")
                        .change("PATCH", "/api/reservations", "{}")
                        .headers()
                        .firstValue("Allow")
                        .orElseThrow()
                        .split(", "))
                .containsExactlyInAnyOrder("POST", "OPTIONS");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/x-www-form-urlencoded"})
    void aMethodThatAnAddressDoesNotTakeIsRefusedWhateverItWouldSend(String type) {
        Client visitor = PORTAL.visitor();
        for (String address : new String[] {"/api/sites", "/", "/espaces/" + Places.CONDORCET}) {
            assertThat(visitor.send(visitor.request(address)
                                    .header("Content-Type", type)
                                    .PUT(BodyPublishers.ofString("x"))
                                    .build())
                            .statusCode())
                    .as(address)
                    .isEqualTo(405);
        }
    }

    /** RFC 9110, 12.5.1, lets a server disregard the header rather than refuse; there is one form of everything. */
    @ParameterizedTest
    @ValueSource(strings = {"application/xml", "text/html;q=0", "image/*", "x", "*/*;q=nope"})
    void aFormThatThePortalDoesNotHaveIsNotWhatItClaimsToSend(String accept) {
        Client visitor = PORTAL.visitor();

        HttpResponse<String> api = visitor.get("/api/sites", "Accept", accept);
        HttpResponse<String> refusal = visitor.get("/api/sites/42", "Accept", accept);
        HttpResponse<String> page = visitor.get("/", "Accept", accept);

        assertThat(api.statusCode()).isEqualTo(200);
        assertThat(api.headers().firstValue("Content-Type")).contains("application/json");
        assertThat(refusal.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(page.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/html");
    }
}
