package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.Portal;
import fr.aisneneo.example.portal.PortalExtension;
import fr.aisneneo.example.portal.PortalSettings;
import fr.aisneneo.example.portal.TestClock;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Cookies are for those who sign in, and tokens never look the same twice. */
class CookiesTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/?commune=laon",
                "/sites/" + Places.HUB,
                "/espaces/" + Places.CONDORCET,
                "/reservations",
                "/accessibilite",
                "/nulle-part",
                "/api/sites",
                "/api/session"
            })
    void whoeverOnlyLooksGetsNoCookie(String path) {
        assertThat(PORTAL.visitor().get(path).headers().firstValue("Set-Cookie"))
                .isEmpty();
    }

    @Test
    void everyPageCarriesAnotherTokenAndEachOfThemHolds() {
        Client camille = PORTAL.signedIn("camille");
        String first = Client.token(camille.get("/").body());
        String second = Client.token(camille.get("/").body());

        assertThat(second).isNotEmpty().isNotEqualTo(first);
        for (String token : new String[] {first, second}) {
            HttpResponse<String> answer = camille.post("/reservations/" + Places.HUB + "/annuler", Map.of(), token);
            assertThat(answer.statusCode()).as("past the guard").isEqualTo(404);
        }
    }

    @Test
    void behindHttpsCookiesAreSecureAndBoundToTheHost() {
        PortalSettings settings =
                new PortalSettings("127.0.0.1", 0, "memory:", URI.create("https://reserver.example.fr"));
        try (Portal portal = Portal.open(settings, new TestClock())) {
            String cookie = new Client(portal.address())
                    .get("/connexion")
                    .headers()
                    .firstValue("Set-Cookie")
                    .orElseThrow();

            assertThat(cookie)
                    .startsWith("__Host-neo_visitor=")
                    .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/");
        }
    }
}
