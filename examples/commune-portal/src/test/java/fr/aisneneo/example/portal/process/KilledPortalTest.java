package fr.aisneneo.example.portal.process;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.example.portal.Places;
import fr.aisneneo.example.portal.http.Client;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code kill -9} while eight clients book: what was acknowledged is there, nothing is booked twice, and no room is had
 * without its money.
 */
@Tag("heavy")
class KilledPortalTest {
    private static final int ROUNDS = 3;
    private static final int CLIENTS = 8;
    private static final int MOST_BEFORE_THE_KILL = 120;
    private static final List<String> ACCOUNTS = List.of("camille", "idriss", "atelier");
    private static final Duration QUARTER = Duration.ofMinutes(15);
    private static final Set<Object> WITH_TIME_TO_CLEAN = Set.of(Places.CONDORCET, Places.CLAUDEL, Places.STUDIO);
    private static final Codec JSON = JsonbCodec.standard();

    private final Queue<Wish> acknowledged = new ConcurrentLinkedQueue<>();
    private final Queue<Wish> unanswered = new ConcurrentLinkedQueue<>();
    private final Semaphore acknowledgements = new Semaphore(0);
    private final LocalDate today = LocalDate.now(ZoneId.of("Europe/Paris"));

    @Test
    void whatWasAcknowledgedSurvivesAndNothingIsBookedTwice(@TempDir Path folder) throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 1; round <= ROUNDS; round++) {
            try (PortalProcess portal = PortalProcess.start(folder)) {
                bookUntilKilled(portal, random);
            }
            try (PortalProcess portal = PortalProcess.start(folder)) {
                String as = "round %d of seed %d".formatted(round, seed);
                everythingAcknowledgedIsThere(portal.address(), as);
                nothingOverlaps(portal.address(), as);
                whatIsSetAsideIsThePriceOfWhatIsReserved(portal.address(), as);
                whatGotNoAnswerCanBeRepeated(portal.address(), as);
                nothingOverlaps(portal.address(), as);
                whatIsSetAsideIsThePriceOfWhatIsReserved(portal.address(), as);
            }
        }
        assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ROUNDS);
    }

    private void bookUntilKilled(PortalProcess portal, Random random) throws Exception {
        ExecutorService clients = Executors.newFixedThreadPool(CLIENTS);
        try {
            acknowledgements.drainPermits();
            List<Future<?>> running = new ArrayList<>();
            for (int number = 0; number < CLIENTS; number++) {
                Client client = Client.signedIn(portal.address(), ACCOUNTS.get(number % ACCOUNTS.size()));
                Random wishes = new Random(random.nextLong());
                String token = client.apiToken();
                running.add(clients.submit(() -> bookOn(client, token, wishes)));
            }
            assertThat(acknowledgements.tryAcquire(1 + random.nextInt(MOST_BEFORE_THE_KILL), 60, TimeUnit.SECONDS))
                    .as("the clients get answers")
                    .isTrue();
            portal.kill();
            for (Future<?> client : running) {
                client.get(60, TimeUnit.SECONDS);
            }
        } finally {
            clients.shutdownNow();
        }
    }

    /** Books until the portal is gone. */
    private void bookOn(Client client, String token, Random random) {
        while (true) {
            Wish wish = Wish.random(random, today);
            try {
                HttpResponse<String> answer =
                        client.json("POST", "/api/reservations", wish.json(), "X-CSRF-Token", token);
                if (answer.statusCode() == 201) {
                    acknowledged.add(wish);
                    acknowledgements.release();
                } else {
                    assertThat(answer.statusCode()).as(answer.body()).isIn(409, 422);
                    acknowledgements.release();
                }
            } catch (UncheckedIOException gone) {
                unanswered.add(wish);
                return;
            }
        }
    }

    private static Map<?, ?> read(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.decode(answer.body().getBytes(StandardCharsets.UTF_8), Map.class);
    }

    private void everythingAcknowledgedIsThere(URI portal, String as) {
        Client operator = Client.signedIn(portal, "accueil");
        for (Wish wish : acknowledged) {
            Map<?, ?> found = read(operator.get("/api/reservations/" + wish.id()));
            assertThat(found.get("status")).as(as).isEqualTo("CONFIRMED");
            assertThat(found.get("space")).as(as).isEqualTo(wish.space());
            assertThat(found.get("start").toString()).as(as).startsWith(wish.start());
            assertThat(found.get("end").toString()).as(as).startsWith(wish.end());
            assertThat(((BigDecimal) found.get("quantity")).intValueExact())
                    .as(as)
                    .isEqualTo(wish.quantity());
        }
    }

    /** Counts what is occupied at every change of every space, from the reservations themselves. */
    private void nothingOverlaps(URI portal, String as) {
        Client operator = Client.signedIn(portal, "accueil");
        for (int day = 0; day <= 21; day++) {
            Map<?, ?> site = read(operator.get("/api/sites/" + Places.HUB + "/day?date=" + today.plusDays(day)));
            for (Object entry : (List<?>) site.get("spaces")) {
                Map<?, ?> space = (Map<?, ?>) entry;
                int capacity = ((BigDecimal) space.get("capacity")).intValueExact();
                int most = peak(
                        (List<?>) space.get("reservations"), before(space.get("space")), after(space.get("space")));
                assertThat(most).as("%s: %s", as, space.get("name")).isLessThanOrEqualTo(capacity);
            }
        }
    }

    /**
     * The room of Saint-Quentin costs 12 AXO for the hour that a wish is; no reservation without, and no money more.
     */
    private void whatIsSetAsideIsThePriceOfWhatIsReserved(URI portal, String as) {
        for (String account : ACCOUNTS) {
            Client client = Client.signedIn(portal, account);
            Map<?, ?> page = read(client.get("/api/reservations/mine?limit=200"));
            assertThat(page.get("next")).as("all of them are on one page").isNull();
            List<?> mine = (List<?>) page.get("items");
            long paid = mine.stream()
                    .filter(entry -> ((Map<?, ?>) entry).get("space").equals(Places.LA_TOUR))
                    .count();
            assertThat(client.get("/compte").body())
                    .as("%s: %s", as, account)
                    .contains("<dt>Mis de côté</dt><dd>" + 12 * paid + ",00 AXO</dd>");
        }
    }

    /** How long a space stays free before each use, by the rules of the demonstration. */
    private static Duration before(Object space) {
        return space.equals(Places.STUDIO) ? QUARTER : Duration.ZERO;
    }

    /** How long it stays free after each use. */
    private static Duration after(Object space) {
        return WITH_TIME_TO_CLEAN.contains(space) ? QUARTER : Duration.ZERO;
    }

    private static int peak(List<?> reservations, Duration before, Duration after) {
        TreeMap<OffsetDateTime, Integer> changes = new TreeMap<>();
        for (Object entry : reservations) {
            Map<?, ?> reservation = (Map<?, ?>) entry;
            int quantity = ((BigDecimal) reservation.get("quantity")).intValueExact();
            changes.merge(
                    OffsetDateTime.parse(reservation.get("start").toString()).minus(before), quantity, Integer::sum);
            changes.merge(
                    OffsetDateTime.parse(reservation.get("end").toString()).plus(after), -quantity, Integer::sum);
        }
        int now = 0;
        int most = 0;
        for (int change : changes.values()) {
            now += change;
            most = Math.max(most, now);
        }
        return most;
    }

    /** A client that got no answer asks again under the same id: it has what it wanted, once, or is refused. */
    private void whatGotNoAnswerCanBeRepeated(URI portal, String as) {
        Map<String, Client> clients = new HashMap<>();
        for (String account : ACCOUNTS) {
            clients.put(account, Client.signedIn(portal, account));
        }
        Client operator = Client.signedIn(portal, "accueil");
        for (Wish wish = unanswered.poll(); wish != null; wish = unanswered.poll()) {
            boolean written = operator.get("/api/reservations/" + wish.id()).statusCode() == 200;
            int repeated = 0;
            for (Client client : clients.values()) {
                HttpResponse<String> answer = client.change("POST", "/api/reservations", wish.json());
                if (answer.statusCode() == (written ? 200 : 201)) {
                    repeated++;
                }
            }
            assertThat(repeated).as(as).isLessThanOrEqualTo(1);
            if (written) {
                assertThat(repeated).as("%s: its holder finds it again", as).isEqualTo(1);
                acknowledged.add(wish);
            } else if (repeated == 1) {
                acknowledged.add(wish);
            }
        }
    }
}
