package fr.aisneneo.core.internal.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.event.Journal;
import fr.aisneneo.core.event.Subscription;
import fr.aisneneo.core.id.UuidV7Generator;
import fr.aisneneo.core.internal.store.DocumentStore;
import fr.aisneneo.core.json.JsonbCodec;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.memory.MemoryStoragePlugin;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageInfo;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Where subscribers go on, whatever comes between reading that place and writing it. */
class SubscriberPlacesTest {
    private static final EventType<Rung> RUNG = new EventType<>("test.bell.rung", Rung.class);
    private static final TenantId LAON = new TenantId("laon");
    /** Longer than any test may take. */
    private static final Duration WAIT = Duration.ofHours(1);

    private final Hindered engine = new Hindered();
    private final DocumentStore store = new DocumentStore(engine, JsonbCodec.standard());
    private final InstantSource clock = InstantSource.system();
    private final StoredJournal journal =
            new StoredJournal(store, JsonbCodec.standard(), Policy.standard(), clock, new UuidV7Generator(clock), WAIT);
    private final Actor admin =
            Actor.of(new PartyId(UUID.fromString("0191e2a3-4b5c-7d6e-8f90-0123456789ab")), LAON, Role.ADMINISTRATOR);
    private final ExecutorService other = Executors.newSingleThreadExecutor();

    /**
     * A payload.
     *
     * @param times how often
     */
    public record Rung(int times) {}

    /** The real engine, which holds readers up or refuses writers where a test asks for it. */
    private static final class Hindered implements Storage {
        private final Storage storage;
        private final AtomicInteger writes = new AtomicInteger();
        private final AtomicInteger refusals = new AtomicInteger();
        private final CountDownLatch refused = new CountDownLatch(1);
        private volatile Runnable beforeReading = () -> {};

        Hindered() {
            MemoryStoragePlugin plugin = new MemoryStoragePlugin();
            storage = plugin.open("", Settings.check(plugin.descriptor(), Map.of()));
        }

        @Override
        public StorageInfo info() {
            return storage.info();
        }

        @Override
        public void declare(CollectionSchema schema) {
            storage.declare(schema);
        }

        @Override
        public StorageTransaction beginRead() {
            beforeReading.run();
            return storage.beginRead();
        }

        @Override
        public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
            if (refusals.get() > 0) {
                refusals.decrementAndGet();
                refused.countDown();
                throw new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", 0));
            }
            writes.incrementAndGet();
            return storage.beginWrite(contention);
        }

        @Override
        public void close() {
            storage.close();
        }
    }

    @AfterEach
    void close() {
        journal.close();
        other.shutdownNow();
        store.close();
    }

    private void ring() {
        journal.append(admin, RUNG, new Aggregate("bell", "front"), new Rung(1));
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(90, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private long placeOf(String name) {
        try (Subscription subscription = journal.subscribe(LAON, name, event -> {})) {
            return subscription.state().position();
        }
    }

    @Test
    void aPlaceNeverGoesBack() {
        journal.delivered(LAON, "mail", 10);
        journal.delivered(LAON, "mail", 5);
        assertThat(placeOf("mail")).isEqualTo(10);
        journal.delivered(LAON, "mail", 11);
        assertThat(placeOf("mail")).isEqualTo(11);
    }

    @Test
    void thePlaceIsReadWhenNobodyElseCanMoveIt() throws Exception {
        Thread main = Thread.currentThread();
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        engine.beforeReading = () -> {
            if (Thread.currentThread() != main) {
                reading.countDown();
                await(goOn);
            }
        };
        Future<Subscription> first = other.submit(() -> journal.subscribe(LAON, "mail", event -> {}));
        await(reading);
        assertThatExceptionOfType(ConflictException.class)
                .isThrownBy(() -> journal.subscribe(LAON, "mail", event -> {}))
                .extracting(ConflictException::errorCode)
                .isEqualTo(CoreError.SUBSCRIPTION_RUNNING);
        goOn.countDown();
        first.get(90, TimeUnit.SECONDS).close();
    }

    @Test
    void aSubscriberWhosePlaceCannotBeReadTakesNoName() {
        engine.beforeReading = () -> {
            throw new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", "test"));
        };
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> journal.subscribe(LAON, "mail", event -> {}));
        engine.beforeReading = () -> {};
        journal.subscribe(LAON, "mail", event -> {}).close();
    }

    @Test
    void aPlaceThatCouldNotBeWrittenIsWrittenLater() throws Exception {
        BlockingQueue<Long> got = new LinkedBlockingQueue<>();
        ring();
        engine.refusals.set(1);
        Subscription subscription = journal.subscribe(LAON, "mail", event -> got.add(event.position()));
        assertThat(got.poll(90, TimeUnit.SECONDS)).isEqualTo(1);
        await(engine.refused);
        subscription.close();
        assertThat(placeOf("mail")).isEqualTo(1);
        assertThat(got).isEmpty();
    }

    @Test
    void aNameThatCannotBeKeptIsRefusedBeforeAnythingIsWritten() {
        ring();
        int writes = engine.writes.get();
        Map<String, String> names = Map.of(
                "",
                "input.required",
                " \t",
                "input.required",
                "a\0b",
                "input.unstorable_text",
                "\uD83D",
                "input.unstorable_text",
                "n".repeat(Journal.LONGEST_NAME + 1),
                "input.too_large",
                "\u00E9".repeat(Journal.LONGEST_NAME + 1),
                "input.too_large",
                "\u20AC".repeat(66) + "\u00E9n",
                "input.too_large");
        names.forEach((name, code) -> assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> journal.subscribe(LAON, name, event -> {}))
                .satisfies(e -> assertThat(List.of(e.field(), e.code())).containsExactly("name", code)));
        assertThat(engine.writes).hasValue(writes);
    }

    @Test
    void closingStopsAllSubscribersAtOnce() {
        int subscribers = 3;
        CountDownLatch inside = new CountDownLatch(subscribers);
        CountDownLatch interrupted = new CountDownLatch(subscribers);
        BlockingQueue<Boolean> together = new LinkedBlockingQueue<>();
        ring();
        for (int i = 0; i < subscribers; i++) {
            journal.subscribe(LAON, "mail-" + i, event -> {
                inside.countDown();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    interrupted.countDown();
                    // One that waits for each before it asks the next waits in vain.
                    together.add(interrupted.await(90, TimeUnit.SECONDS));
                }
            });
        }
        await(inside);
        journal.close();
        assertThat(List.copyOf(together)).hasSize(subscribers).containsOnly(true);
    }
}
