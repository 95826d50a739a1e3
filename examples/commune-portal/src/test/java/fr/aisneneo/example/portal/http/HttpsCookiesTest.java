package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Portal;
import fr.aisneneo.example.portal.PortalSettings;
import fr.aisneneo.example.portal.TestClock;
import java.net.URI;
import org.junit.jupiter.api.Test;

/** Behind a proxy that speaks https, cookies never travel otherwise. */
class HttpsCookiesTest {

    @Test
    void cookiesAreSecureAndBoundToTheHost() {
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
