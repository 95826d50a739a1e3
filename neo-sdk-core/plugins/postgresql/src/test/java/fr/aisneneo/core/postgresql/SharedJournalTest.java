package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two instances write one journal at the same time, and their clocks differ by hours. */
@Tag("heavy")
class SharedJournalTest {
    private static final int WRITERS = 3;
    private static final int ROUNDS = 30;
    private static final int THINGS = 4;
    private static final TenantId LAON = new TenantId("laon");
    private static final Actor ADMIN = Actor.of(new PartyId(new UUID(9, 1)), LAON, Role.ADMINISTRATOR);
    private static final EventType<Counted> COUNTED = new EventType<>("test.counted", Counted.class);

    @TempDir
    private Path directory;

    /**
     * Both the document of a thing and what its events say.
     *
     * @param thing which one
     * @param number how often it was counted
     */
    public record Counted(String thing, long number) {}

    /** One instance, with the constants that are its own. */
    private static final class Instance implements AutoCloseable {
        private final DocumentCollection<Counted> counters = DocumentCollection.json(
                        "counted", Counted.class, Counted::thing)
                .build();
        private final Neo neo;

        Instance(String location, String schema, int hoursBehind) {
            Instant now = Instant.parse("2026-11-23T09:00:00Z").minus(Duration.ofHours(hoursBehind));
            neo = Neo.builder()
                    .plugin(new PostgresqlStoragePlugin())
                    .storage("postgresql:" + location)
                    .setting("postgresql", "user", "postgres")
                    .setting("postgresql", "schema", schema)
                    .setting("postgresql", "connections", "6")
                    .setting("postgresql", "writer-wait", "PT20S")
                    .clock(() -> now)
                    .open();
            neo.store().declare(counters);
        }

        UUID count(String thing) {
            return neo.store().write(Contention.on(LAON, "counted", thing), tx -> {
                Documents<Counted> documents = tx.documents(counters, LAON);
                Optional<Document<Counted>> last = documents.get(thing);
                Counted next = new Counted(
                        thing, last.map(known -> known.value().number()).orElse(0L) + 1);
                last.ifPresentOrElse(known -> documents.update(next, known.version()), () -> documents.insert(next));
                return neo.journal()
                        .append(ADMIN, COUNTED, new Aggregate("thing", thing), next)
                        .id();
            });
        }

        @Override
        public void close() {
            neo.close();
        }
    }

    /** Reads everything again and again until told to stop: nothing that was shown may move. */
    private static void watch(Neo neo, AtomicBoolean over) {
        List<UUID> shown = new ArrayList<>();
        boolean last;
        do {
            last = over.get();
            List<UUID> now = all(neo).stream().map(Event::id).toList();
            assertThat(now.size()).isGreaterThanOrEqualTo(shown.size());
            assertThat(now.subList(0, shown.size())).isEqualTo(shown);
            shown = now;
        } while (!last);
    }

    private static List<Event> all(Neo neo) {
        List<Event> all = new ArrayList<>();
        List<Event> page;
        do {
            page = neo.journal().read(ADMIN, all.size(), 70);
            all.addAll(page);
        } while (!page.isEmpty());
        assertThat(all)
                .extracting(Event::position)
                .containsExactlyElementsOf(
                        LongStream.rangeClosed(1, all.size()).boxed().toList());
        return all;
    }

    /** The events of each thing are in the order in which it was counted. */
    private static void checkOrder(Neo neo, List<Event> events) {
        Map<String, Long> numbers = new HashMap<>();
        for (Event event : events) {
            Counted counted = neo.journal().payload(event, COUNTED);
            assertThat(counted.number()).isEqualTo(numbers.merge(counted.thing(), 1L, Long::sum));
        }
    }

    private static CompletableFuture<Void> start(Runnable work) {
        return CompletableFuture.runAsync(work, command -> new Thread(command, "shared-journal").start());
    }

    @Test
    void positionsHaveNoGapsNeverMoveAndKeepTheOrderOfEachThing() throws InterruptedException {
        String schema = Server.schema(directory);
        try (Instance ahead = new Instance(Server.location(), schema, 0);
                Instance behind = new Instance(Server.location(), schema, 5)) {
            List<Instance> instances = List.of(ahead, behind);
            Set<UUID> acknowledged = ConcurrentHashMap.newKeySet();
            BlockingQueue<UUID> delivered = new LinkedBlockingQueue<>();
            ahead.neo.journal().subscribe(LAON, "mail", event -> delivered.add(event.id()));
            AtomicBoolean over = new AtomicBoolean();
            List<CompletableFuture<Void>> watchers = instances.stream()
                    .map(instance -> start(() -> watch(instance.neo, over)))
                    .toList();
            List<CompletableFuture<Void>> writers = IntStream.range(0, 2 * WRITERS)
                    .mapToObj(writer -> start(() -> {
                        for (int round = 0; round < ROUNDS; round++) {
                            acknowledged.add(instances.get(writer % 2).count("t" + (writer + round) % THINGS));
                        }
                    }))
                    .toList();
            writers.forEach(CompletableFuture::join);
            over.set(true);
            watchers.forEach(CompletableFuture::join);
            List<Event> events = all(behind.neo);
            assertThat(events).extracting(Event::id).containsExactlyInAnyOrderElementsOf(acknowledged);
            checkOrder(behind.neo, events);
            for (int thing = 0; thing < THINGS; thing++) {
                checkOrder(
                        ahead.neo, ahead.neo.journal().history(ADMIN, new Aggregate("thing", "t" + thing), 0, 1_000));
            }
            List<UUID> got = new ArrayList<>();
            for (int i = 0; i < events.size(); i++) {
                got.add(delivered.poll(60, TimeUnit.SECONDS));
            }
            assertThat(got)
                    .containsExactlyElementsOf(events.stream().map(Event::id).toList());
        }
    }

    @Test
    void aServerThatIsKilledLeavesNoGapAndLosesNothing() throws IOException, InterruptedException {
        try (KillableServer server = new KillableServer(directory);
                Instance ahead = new Instance(server.location(), "neo", 0);
                Instance behind = new Instance(server.location(), "neo", 5)) {
            List<Instance> instances = List.of(ahead, behind);
            ConcurrentLinkedQueue<UUID> acknowledged = new ConcurrentLinkedQueue<>();
            for (int kill = 0; kill < 2; kill++) {
                CountDownLatch someWork = new CountDownLatch(60);
                List<CompletableFuture<Void>> all = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    int number = i;
                    all.add(start(() -> untilTheServerFails(() -> {
                        acknowledged.add(instances.get(number % 2).count("t" + number));
                        someWork.countDown();
                    })));
                    all.add(start(() -> untilTheServerFails(
                            () -> instances.get(number % 2).neo.journal().read(ADMIN, 0, 1_000))));
                }
                someWork.await();
                server.kill();
                all.forEach(CompletableFuture::join);
                server.startAgain();
                List<Event> events = KillableServer.onceItAnswers(() -> all(ahead.neo));
                checkOrder(ahead.neo, events);
                Set<UUID> kept = new HashSet<>(events.stream().map(Event::id).toList());
                assertThat(kept).hasSize(events.size()).containsAll(acknowledged);
            }
        }
    }

    private static void untilTheServerFails(Runnable work) {
        try {
            while (true) {
                work.run();
            }
        } catch (StorageException e) {
            assertThat(e.errorCode()).isIn(KilledServerTest.HONEST);
        }
    }
}
