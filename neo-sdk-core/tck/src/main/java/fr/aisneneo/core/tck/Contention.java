package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.tenant.TenantId;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import org.junit.jupiter.api.Test;

/** Writers that declare what they contend on queue for it, whatever they declare, and never for ever. */
interface Contention extends StorageContract {

    private static void increment(TenantTransaction tx, String id) {
        tx.replace(PLAIN, Bodies.plain(id, tx.number(PLAIN, id) + 1));
    }

    private Space counters(int count) {
        Space space = newSpace();
        space.writing(tx -> {
            for (int counter = 0; counter < count; counter++) {
                tx.insert(PLAIN, Bodies.plain("counter-" + counter, 0));
            }
        });
        return space;
    }

    @Test
    default void sixteenWritersWithRandomKeysNeverLockEachOtherOut() {
        int counters = 8;
        Space space = counters(counters);
        AtomicLongArray expected = new AtomicLongArray(counters);
        Crowd.run(16, thread -> {
            SplittableRandom random = new SplittableRandom(thread);
            for (int round = 0; round < 20; round++) {
                SortedSet<ContentionKey> keys = new TreeSet<>();
                TreeSet<Integer> chosen = new TreeSet<>();
                for (int i = random.nextInt(4); i >= 0; i--) {
                    int counter = random.nextInt(counters);
                    chosen.add(counter);
                    keys.addAll(space.keys("counter-" + counter));
                }
                space.write(keys, tx -> {
                    chosen.descendingSet().forEach(counter -> increment(tx, "counter-" + counter));
                    return true;
                });
                chosen.forEach(expected::incrementAndGet);
            }
        });
        space.reading(tx -> {
            for (int counter = 0; counter < counters; counter++) {
                assertThat(tx.number(PLAIN, "counter-" + counter)).isEqualTo(expected.get(counter));
            }
        });
    }

    @Test
    default void writersThatDeclareNothingCountExactly() {
        Space space = counters(1);
        Crowd.run(8, thread -> {
            for (int round = 0; round < 25; round++) {
                space.writing(tx -> increment(tx, "counter-0"));
            }
        });
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "counter-0"))).isEqualTo(200);
    }

    @Test
    default void writersThatDeclareAndWritersThatDoNotCountExactly() {
        Space space = counters(1);
        Crowd.run(8, thread -> {
            for (int round = 0; round < 25; round++) {
                space.write(thread % 2 == 0 ? space.keys("counter-0") : space.keys(), tx -> {
                    increment(tx, "counter-0");
                    return true;
                });
            }
        });
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "counter-0"))).isEqualTo(200);
    }

    @Test
    default void aWriterWaitsForTheOneThatHasItsKeyAndThenSeesWhatItWrote() {
        Space space = counters(1);
        AtomicBoolean begun = new AtomicBoolean();
        try (Peer peer = new Peer()) {
            Future<Long> waiting;
            try (TenantTransaction tx = space.beginWrite("k1", "k2")) {
                waiting = peer.start(() -> {
                    try (TenantTransaction other = space.beginWrite("k2", "k3")) {
                        begun.set(true);
                        return other.number(PLAIN, "counter-0");
                    }
                });
                assertThat(Peer.hadItsChance(waiting, chance())).isFalse();
                assertThat(begun).as("begun while another writer has the key").isFalse();
                increment(tx, "counter-0");
                tx.commit();
            }
            assertThat(Peer.<Long>result(waiting)).isEqualTo(1);
        }
    }

    @Test
    default void aKeyIsFreeAgainHoweverItsTransactionEnded() {
        Space space = counters(1);
        try (Peer peer = new Peer()) {
            for (int round = 0; round < 3; round++) {
                try (TenantTransaction tx = space.beginWrite("k")) {
                    increment(tx, "counter-0");
                    if (round == 0) {
                        tx.commit();
                    } else if (round == 1) {
                        tx.rollback();
                    }
                }
                peer.run(() -> space.write(space.keys("k"), tx -> {
                    increment(tx, "counter-0");
                    return true;
                }));
            }
        }
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "counter-0"))).isEqualTo(4);
    }

    @Test
    default void readersDoNotWaitForWriters() {
        Space space = counters(1);
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginWrite("k")) {
            increment(tx, "counter-0");
            assertThat(peer.<Long>call(() -> space.read(other -> other.number(PLAIN, "counter-0"))))
                    .isZero();
            tx.commit();
        }
    }

    @Test
    default void writersDoNotWaitForReaders() {
        Space space = counters(1);
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginRead()) {
            assertThat(tx.number(PLAIN, "counter-0")).isZero();
            peer.run(() -> space.writing(other -> increment(other, "counter-0")));
            assertThat(tx.number(PLAIN, "counter-0")).isZero();
        }
    }

    @Test
    default void manyKeysOfEveryKindAreTaken() {
        Space space = counters(1);
        SortedSet<ContentionKey> keys = new TreeSet<>();
        for (int number = 0; number < 200; number++) {
            keys.add(new ContentionKey(new TenantId("t" + number % 3), "kind-" + number % 7, "é\u0001'\"" + number));
        }
        AtomicInteger inside = new AtomicInteger();
        Crowd.run(4, thread -> {
            for (int round = 0; round < 5; round++) {
                space.write(keys, tx -> {
                    assertThat(inside.incrementAndGet())
                            .as("writers with the same keys")
                            .isEqualTo(1);
                    increment(tx, "counter-0");
                    inside.decrementAndGet();
                    return true;
                });
            }
        });
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "counter-0"))).isEqualTo(20);
    }
}
