package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Refusals.refused;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.Storage;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A store is closed once, in peace or under load. */
interface Closing extends StorageContract {

    private Storage openWithSamples() {
        Storage storage = open(newDirectory());
        Samples.declareAll(storage);
        return storage;
    }

    @Test
    default void nothingIsPossibleAfterClosing() {
        Storage storage = openWithSamples();
        Space space = new Space(storage, newTenant());
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        storage.close();

        refused(CoreError.STORAGE_CLOSED, space::beginRead);
        refused(CoreError.STORAGE_CLOSED, space::beginWrite);
        refused(CoreError.STORAGE_CLOSED, () -> storage.declare(PLAIN));
    }

    @Test
    default void closingTwiceDoesNothing() {
        Storage storage = openWithSamples();
        storage.close();
        storage.close();
        Crowd.run(4, thread -> storage.close());
        refused(CoreError.STORAGE_CLOSED, storage::beginRead);
    }

    @Test
    default void closingLetsARunningTransactionEnd() {
        Storage storage = openWithSamples();
        Space space = new Space(storage, newTenant());
        try (Peer peer = new Peer()) {
            Future<Boolean> closing;
            try (TenantTransaction tx = space.beginWrite("k")) {
                tx.insert(PLAIN, Bodies.plain("a", 1));
                closing = peer.start(() -> {
                    storage.close();
                    return true;
                });
                assertThat(Peer.hadItsChance(closing, chance()))
                        .as("closed over a running transaction")
                        .isFalse();
                assertThat(tx.number(PLAIN, "a")).isEqualTo(1);
                tx.commit();
            }
            Peer.result(closing);
        } finally {
            storage.close();
        }
    }

    @Test
    default void closingUnderLoadEndsEveryThread() throws InterruptedException {
        Storage storage = openWithSamples();
        Space space = new Space(storage, newTenant());
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 0)));
        int threads = 6;
        CountDownLatch busy = new CountDownLatch(threads);
        try (Peer crowd = new Peer()) {
            Future<Boolean> working = crowd.start(() -> {
                Crowd.run(threads, thread -> workUntilClosed(space, thread % 2 == 0, busy));
                return true;
            });
            assertThat(busy.await(Peer.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
            storage.close();
            Peer.result(working);
        } finally {
            storage.close();
        }
    }

    private static void workUntilClosed(Space space, boolean writes, CountDownLatch busy) {
        for (int round = 0; ; round++) {
            if (round == 5) {
                busy.countDown();
            }
            try {
                if (writes) {
                    space.write(space.keys("a"), tx -> tx.replace(PLAIN, Bodies.plain("a", 1)));
                } else {
                    space.reading(tx -> assertThat(tx.scan(Scan.ofIds(PLAIN))).hasSize(1));
                }
            } catch (StorageException e) {
                assertThat(e.errorCode()).as("%s", e).isEqualTo(CoreError.STORAGE_CLOSED);
                return;
            }
        }
    }

    @Test
    default void closingCutsTransactionsOffThatDoNotEnd() {
        Storage storage = Hooks.given(openImpatiently(newDirectory(), Duration.ofMillis(50)), "openImpatiently");
        try (Peer reader = new Peer();
                Peer writer = new Peer()) {
            Samples.declareAll(storage);
            Space space = new Space(storage, newTenant());
            space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
            TenantTransaction reading = reader.call(space::beginRead);
            TenantTransaction writing = writer.call(() -> space.beginWrite("k"));
            writer.run(() -> writing.insert(PLAIN, Bodies.plain("b", 1)));

            storage.close();

            reader.run(() -> refused(CoreError.STORAGE_CLOSED, () -> reading.find(PLAIN, "a")));
            writer.run(() -> refused(CoreError.STORAGE_CLOSED, writing::commit));
            reader.run(() -> endQuietly(reading));
            writer.run(() -> endQuietly(writing));
        } finally {
            storage.close();
        }
    }

    /** A rollback of a transaction that was cut off does nothing, or says that the store is closed. */
    private static void endQuietly(TenantTransaction tx) {
        try {
            tx.rollback();
        } catch (StorageException e) {
            assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_CLOSED);
        }
    }
}
