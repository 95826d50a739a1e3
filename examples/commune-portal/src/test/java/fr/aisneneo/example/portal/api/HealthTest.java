package fr.aisneneo.example.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.example.portal.TestClock;
import fr.aisneneo.example.portal.http.Client;
import fr.aisneneo.example.portal.sdk.StoreProbe;
import fr.aisneneo.example.portal.session.BrowserCookies;
import fr.aisneneo.example.portal.session.Sessions;
import fr.aisneneo.example.portal.session.Visits;
import fr.aisneneo.example.portal.web.Json;
import fr.aisneneo.example.portal.web.WebServer;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Health is that of the store too: a portal that answers but keeps nothing is down. */
class HealthTest {
    private final TestClock clock = new TestClock();

    @Test
    void aStoreThatRefusesWritesIsNoticed() {
        Neo neo = Neo.builder().storage("memory:").clock(clock).open();
        Visits visits = new Visits(new Sessions(clock), new BrowserCookies(false), UUID::randomUUID);
        DocumentationApi api = new DocumentationApi(new Json(neo.codec()), new StoreProbe(neo, new TenantId("health")));
        try (WebServer server = new WebServer("127.0.0.1", 0, visits, List.of(api))) {
            Client probe = new Client(URI.create("http://127.0.0.1:" + server.port()));
            for (int time = 0; time < 3; time++) {
                HttpResponse<String> up = probe.get("/api/health");
                assertThat(up.statusCode()).isEqualTo(200);
                assertThat(up.body()).isEqualTo("{\"status\":\"up\"}");
                clock.pass(Duration.ofMinutes(1));
            }

            neo.close();

            HttpResponse<String> down = probe.get("/api/health");
            assertThat(down.statusCode()).isEqualTo(503);
            assertThat(down.body()).isEqualTo("{\"status\":\"down\"}");
        } finally {
            neo.close();
        }
    }
}
