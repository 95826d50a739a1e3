package fr.aisneneo.example.portal.http;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.PortalExtension;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is too large, of another type or no HTTP at all is refused before anything reads it. */
class RequestBoundsTest {
    @RegisterExtension
    static final PortalExtension PORTAL = new PortalExtension();

    private static final int FIVE_MEGABYTES = 5 * 1024 * 1024;

    private static String largeReservation() {
        return "{\"space\":\"" + Places.CONDORCET
                + "\",\"start\":\"2026-11-24T09:00\",\"end\":\"2026-11-24T10:00\",\"x\":\""
                + "x".repeat(FIVE_MEGABYTES) + "\"}";
    }

    @Test
    void aBodyOfFiveMegabytesIsRefusedAndNothingIsWritten() {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = camille.change("POST", "/api/reservations", largeReservation());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("portal.body.too_large", "trop volumineuse");
        assertThat(camille.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aLargeBodyThatDoesNotSayItsSizeIsRefusedToo() {
        Client camille = PORTAL.signedIn("camille");
        byte[] body = largeReservation().getBytes(StandardCharsets.UTF_8);

        HttpResponse<String> answer = camille.send(camille.request("/api/reservations")
                .header("Content-Type", "application/json")
                .header("X-CSRF-Token", camille.apiToken())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(body)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("portal.body.too_large");
        assertThat(camille.get("/api/reservations/mine").body()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aLargeFormIsRefused() {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = camille.send(camille.request("/espaces/" + Places.CONDORCET + "/reserver")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("date=" + "x".repeat(FIVE_MEGABYTES)))
                .build());

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("<html lang=\"fr\"", "trop volumineuse");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "multipart/form-data; boundary=x", "application/xml", "application/jsonx"})
    void theApiTakesJsonOnly(String type) {
        Client camille = PORTAL.signedIn("camille");

        HttpResponse<String> answer = camille.send(camille.request("/api/reservations")
                .header("Content-Type", type)
                .header("X-CSRF-Token", camille.apiToken())
                .POST(BodyPublishers.ofString("{}"))
                .build());

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("portal.media_type");
    }

    @Test
    void aFormTakesNoJson() {
        assertThat(PORTAL.signedIn("camille").json("POST", "/connexion", "{}").statusCode())
                .isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/assets/x/../../../../etc/passwd",
                "/assets/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2fportal.css/x",
                "/assets/x/portal.css",
                "/../pom.xml",
                "/sites/..;/..;/x"
            })
    void noAddressLeadsOutOfThePortal(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

        assertThat(answer).matches("(?s)HTTP/1.1 4\\d\\d .*").doesNotContain("root:", "<project");
    }

    @Test
    void anAddressOrHeaderWithoutEndIsRefused() throws IOException {
        assertThat(raw("GET /?commune=" + "x".repeat(20_000)
                        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 414");
        assertThat(raw("GET / HTTP/1.1\r\nHost: localhost\r\nX-Long: " + "x".repeat(20_000) + "\r\n\r\n"))
                .startsWith("HTTP/1.1 431");
    }

    @Test
    void whatIsNoHttpIsRefusedWithoutAWordAboutTheServer() throws IOException {
        String answer = raw("BONJOUR\r\n\r\n");

        assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Jetty", "jetty", "Javalin", "Powered");
    }

    @Test
    void everyAnswerTellsTheBrowserToBeCareful() {
        HttpResponse<String> page = PORTAL.visitor().get("/");

        assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow())
                .contains("default-src 'none'", "frame-ancestors 'none'", "form-action 'self'")
                .doesNotContain("unsafe-inline", "unsafe-eval", "*");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(page.headers().firstValue("Referrer-Policy")).contains("same-origin");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        assertThat(page.headers().firstValue("Server")).isEmpty();
        assertThat(page.body()).doesNotContain("style=\"", "onclick", "<style", "javascript:");
    }

    @Test
    void assetsAreKeptForEver() {
        Client visitor = PORTAL.visitor();
        String page = visitor.get("/").body();
        String style = page.replaceAll("(?s).*href=\"(/assets/[^\"]+portal\\.css)\".*", "$1");

        HttpResponse<String> answer = visitor.get(style);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/css; charset=utf-8");
        assertThat(answer.headers().firstValue("Cache-Control").orElseThrow()).contains("immutable");
    }

    private static String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(PORTAL.address().getHost(), PORTAL.address().getPort())) {
            socket.setSoTimeout(20_000);
            OutputStream out = socket.getOutputStream();
            out.write(request.getBytes(StandardCharsets.US_ASCII));
            out.flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
