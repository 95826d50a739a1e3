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
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** A thread that is asked to stop does so without harm, and knows that it was asked. */
interface Interruption extends StorageContract {

    @Test
    default void aWaitingWriterThatIsInterruptedGivesUpAndWritesNothing() throws InterruptedException {
        Space space = newSpace();
        try (Peer peer = new Peer()) {
            CountDownLatch beginning = new CountDownLatch(1);
            Future<Boolean> waiting;
            try (TenantTransaction tx = space.beginWrite("k")) {
                waiting = peer.start(() -> {
                    beginning.countDown();
                    refused(CoreError.STORAGE_INTERRUPTED, () -> space.beginWrite("k"));
                    return Thread.interrupted();
                });
                beginning.await();
                assertThat(Peer.hadItsChance(waiting, chance())).isFalse();
                peer.interrupt();
                assertThat(Peer.result(waiting)).as("the flag is kept").isTrue();
                tx.insert(PLAIN, Bodies.plain("a", 1));
                tx.commit();
            }
            peer.run(() -> space.write(space.keys("k"), tx -> tx.insert(PLAIN, Bodies.plain("b", 1))));
        }
        assertThat(space.<Integer>read(tx -> tx.scan(Scan.ofIds(PLAIN)).size())).isEqualTo(2);
    }

    @Test
    default void aThreadThatIsInterruptedAlreadyDoesNotWait() {
        Space space = newSpace();
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginWrite("k")) {
            boolean kept = peer.call(() -> {
                Thread.currentThread().interrupt();
                refused(CoreError.STORAGE_INTERRUPTED, () -> space.beginWrite("k"));
                return Thread.interrupted();
            });
            assertThat(kept).as("the flag is kept").isTrue();
            tx.commit();
        }
    }

    @Test
    default void anInterruptionAtAnyPointHarmsNobodyElse() {
        // A store on interruptible channels would close them under everybody.
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 0)));
        AtomicInteger written = new AtomicInteger();
        AtomicInteger unknown = new AtomicInteger();
        Crowd.run(3, thread -> {
            for (int round = 0; round < 30; round++) {
                int point = thread == 0 ? 99 : round % 4;
                try {
                    increment(space, point);
                    written.incrementAndGet();
                } catch (StorageException e) {
                    assertThat(point).as("nobody interrupted this thread: " + e).isLessThan(4);
                    assertThat(e.errorCode()).isIn(CoreError.STORAGE_INTERRUPTED, CoreError.STORAGE_OUTCOME_UNKNOWN);
                    unknown.addAndGet(e.errorCode() == CoreError.STORAGE_OUTCOME_UNKNOWN ? 1 : 0);
                }
                assertThat(Thread.interrupted()).as("the flag is kept").isEqualTo(point < 4);
            }
        });
        long counted = space.read(tx -> tx.number(PLAIN, "a"));
        assertThat(counted).isBetween((long) written.get(), (long) written.get() + unknown.get());
    }

    private static void increment(Space space, int interruptedAt) {
        interruptAt(0, interruptedAt);
        space.writing(tx -> {
            interruptAt(1, interruptedAt);
            long number = tx.number(PLAIN, "a");
            interruptAt(2, interruptedAt);
            tx.replace(PLAIN, Bodies.plain("a", number + 1));
            interruptAt(3, interruptedAt);
        });
    }

    private static void interruptAt(int here, int point) {
        if (here == point) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    default void anInterruptedReaderReadsOrIsRefused() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 7)));
        try (Peer peer = new Peer()) {
            boolean kept = peer.call(() -> {
                Thread.currentThread().interrupt();
                try {
                    assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(7);
                } catch (StorageException e) {
                    assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_INTERRUPTED);
                }
                return Thread.interrupted();
            });
            assertThat(kept).as("the flag is kept").isTrue();
        }
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(7);
    }

    @Test
    default void aWriterDoesNotWaitForEver() {
        Storage impatient = Hooks.given(openImpatiently(newDirectory(), Duration.ofMillis(50)), "openImpatiently");
        try (impatient;
                Peer peer = new Peer()) {
            Samples.declareAll(impatient);
            Space space = new Space(impatient, newTenant());
            try (TenantTransaction tx = space.beginWrite("k")) {
                peer.run(() -> refused(CoreError.STORAGE_BUSY, () -> space.beginWrite("k")));
                tx.insert(PLAIN, Bodies.plain("a", 1));
                tx.commit();
            }
            peer.run(() -> space.write(space.keys("k"), tx -> tx.insert(PLAIN, Bodies.plain("b", 1))));
            assertThat(space.<Integer>read(tx -> tx.scan(Scan.ofIds(PLAIN)).size()))
                    .isEqualTo(2);
        }
    }
}
