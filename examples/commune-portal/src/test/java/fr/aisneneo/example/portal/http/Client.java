package fr.aisneneo.example.portal.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody who talks HTTP to a portal, with cookies and nothing else that a browser has. */
public final class Client {
    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final URI portal;
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    public Client(URI portal) {
        this.portal = portal;
    }

    /** A client that has signed in by the page. */
    public static Client signedIn(URI portal, String account) {
        Client client = new Client(portal);
        client.signIn(account);
        return client;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path).headers(headers).GET().build());
    }

    /** Sends a form as the page at an address would, with the token that stands in it. */
    public HttpResponse<String> submit(String page, String action, Map<String, String> fields) {
        return post(action, fields, token(get(page).body()));
    }

    public HttpResponse<String> post(String action, Map<String, String> fields, String token) {
        String form = fields.entrySet().stream()
                .map(field -> encode(field.getKey()) + "=" + encode(field.getValue()))
                .collect(Collectors.joining("&"));
        String sent = token.isEmpty() ? form : form + "&_csrf=" + encode(token);
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(sent))
                .build());
    }

    /** The token in a page. */
    public static String token(String page) {
        Matcher found = TOKEN.matcher(page);
        return found.find() ? found.group(1) : "";
    }

    /** The value of a field of a page. */
    public static String field(String page, String name) {
        Matcher found =
                Pattern.compile("name=\"" + name + "\"[^>]*value=\"([^\"]*)\"").matcher(page);
        return found.find() ? found.group(1) : "";
    }

    public HttpResponse<String> json(String method, String path, String body, String... headers) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        return send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    /** The token that scripts send. */
    public String apiToken() {
        Matcher found = Pattern.compile("\"csrfToken\":\"([^\"]+)\"")
                .matcher(get("/api/session").body());
        return found.find() ? found.group(1) : "";
    }

    /** Sends a change with its token. */
    public HttpResponse<String> change(String method, String path, String body) {
        return json(method, path, body, "X-CSRF-Token", apiToken());
    }

    public void signIn(String account) {
        HttpResponse<String> answer = submit("/connexion", "/connexion", Map.of("compte", account, "suite", "/"));
        if (answer.statusCode() != 303) {
            throw new AssertionError("Not signed in: " + answer.statusCode());
        }
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(portal.resolve(path)).timeout(Duration.ofSeconds(60));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(
                    request,
                    info -> BodySubscribers.mapping(
                            BodySubscribers.ofString(StandardCharsets.UTF_8), Client::withPlainSpaces));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What keeps lines from breaking is for the eye. */
    private static String withPlainSpaces(String text) {
        return text.replace("\u2060", "").replace('\u00a0', ' ');
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
