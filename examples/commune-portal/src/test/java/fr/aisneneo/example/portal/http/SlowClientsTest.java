package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.PortalExtension;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** More clients than the portal has threads send bodies that do not come to an end: everybody else is served. */
class SlowClientsTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    /** The portal has 64 threads. */
    private static final int SLOW_CLIENTS = 80;

    private static final String FORM = "Content-Type: application/x-www-form-urlencoded";

    @ParameterizedTest
    @CsvSource({
        "POST /connexion, Content-Length: 10000000, " + FORM,
        "POST /connexion, Content-Length: 60000, " + FORM,
        "POST /connexion, Transfer-Encoding: chunked, " + FORM,
        "POST /api/session, Content-Length: 60000, Content-Type: application/json",
        "PUT /nulle-part, Content-Length: 60000, Content-Type: text/plain"
    })
    void bodiesThatDoNotEndHoldUpNobodyElse(String start, String size, String type) throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int number = 0; number < SLOW_CLIENTS; number++) {
                slow.add(begin(start, size, type));
            }
            Client visitor = PORTAL.visitor();
            for (int time = 0; time < 20; time++) {
                HttpRequest health = visitor.request("/api/health")
                        .timeout(Duration.ofSeconds(15))
                        .build();
                assertThat(visitor.send(health).statusCode()).isEqualTo(200);
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Sends a head and the beginning of a body, which is a chunk where the head says chunks. */
    private static Socket begin(String start, String... headers) throws IOException {
        Socket socket = new Socket(PORTAL.address().getHost(), PORTAL.address().getPort());
        socket.setSoTimeout(20_000);
        List<String> lines = new ArrayList<>(List.of(start + " HTTP/1.1", "Host: localhost"));
        lines.addAll(List.of(headers));
        lines.addAll(List.of("", "8", "compte=c", ""));
        socket.getOutputStream().write(String.join("\r\n", lines).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    @Test
    void aClientThatAsksBeforeItSendsTooMuchIsToldNotTo() throws IOException {
        try (Socket socket = begin("POST /connexion", "Content-Length: 10000000", FORM, "Expect: 100-continue")) {
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer).startsWith("HTTP/1.1 413").contains("Connection: close", "trop volumineuse");
        }
    }
}
