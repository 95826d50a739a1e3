package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.BY_NAME;
import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PEOPLE;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** What a transaction reads: one committed state, whole, and the newest one when it began. */
interface Snapshots extends StorageContract {

    private Space twoPeople() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(Person.of("1").named("Bo").numbered(1));
            tx.insert(Person.of("2").named("Di").numbered(2));
        });
        return space;
    }

    private static void expectTwoPeople(TenantTransaction tx) {
        assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1", "2");
        assertThat(tx.ids(Scan.ofIds(PEOPLE).backwards())).containsExactly("2", "1");
        assertThat(tx.number(PEOPLE, "1")).isEqualTo(1);
        assertThat(tx.number(PEOPLE, "2")).isEqualTo(2);
        assertThat(tx.find(PEOPLE, "3")).isNull();
    }

    private static void change(TenantTransaction tx) {
        tx.insert(Person.of("3").named("Al"));
        tx.replace(Person.of("1").named("Zu").numbered(10));
        tx.remove(PEOPLE, "2");
    }

    @Test
    default void nobodySeesWhatIsNotCommitted() {
        Space space = twoPeople();
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginWrite()) {
            change(tx);
            peer.run(() -> space.reading(Snapshots::expectTwoPeople));
            tx.rollback();
            peer.run(() -> space.reading(Snapshots::expectTwoPeople));
        }
    }

    @Test
    default void aReaderSeesOneStateToItsEnd() {
        Space space = twoPeople();
        try (Peer peer = new Peer();
                TenantTransaction tx = space.beginRead()) {
            assertThat(tx.number(PEOPLE, "1")).isEqualTo(1);
            peer.run(() -> space.writing(Snapshots::change));
            expectTwoPeople(tx);
            peer.run(() -> space.writing(other -> other.remove(PEOPLE, "1")));
            expectTwoPeople(tx);
            tx.commit();
        }
        space.reading(tx -> assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("3"));
    }

    @Test
    default void whoReadsTheWholeStoreSeesOneStateWhileOthersGoOn() {
        Space space = twoPeople();
        try (Peer peer = new Peer();
                TenantTransaction tx = new TenantTransaction(space.storage().beginLongRead(), space.tenant())) {
            expectTwoPeople(tx);
            peer.run(() -> space.writing(Snapshots::change));
            expectTwoPeople(tx);
            tx.commit();
        }
        space.reading(tx -> assertThat(tx.ids(Scan.ofIds(PEOPLE))).containsExactly("1", "3"));
    }

    @Test
    default void aReaderSeesItsStateAlsoWhenManyCommitsPassItBy() {
        Space space = twoPeople();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("counter", 0)));
        int threads = 16;
        int commits = commitsPastAReader() / threads;
        try (TenantTransaction reader = space.beginRead()) {
            assertThat(reader.number(PLAIN, "counter")).isZero();
            Crowd.run(threads, thread -> {
                for (int commit = 0; commit < commits; commit++) {
                    space.write(space.keys("counter"), Snapshots::countOn);
                }
            });
            assertThat(reader.number(PLAIN, "counter")).isZero();
            expectTwoPeople(reader);
        }
        space.writing(tx -> tx.remove(PEOPLE, "2"));
        space.reading(tx -> {
            assertThat(tx.number(PLAIN, "counter")).isEqualTo(5L * threads * commits);
            assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("1");
        });
    }

    /** Five updates: many of them need not be as many syncs. */
    private static boolean countOn(TenantTransaction tx) {
        for (int round = 0; round < 5; round++) {
            tx.replace(PLAIN, Bodies.plain("counter", tx.number(PLAIN, "counter") + 1));
        }
        return true;
    }

    @Test
    default void aReaderThatReadNothingYetSeesOneStateNoOlderThanItsBeginning() {
        Space space = newSpace();
        try (Peer peer = new Peer()) {
            peer.run(() -> space.writing(tx -> tx.insert(PLAIN, Bodies.plain("before", 1))));
            try (TenantTransaction tx = space.beginRead()) {
                peer.run(() -> space.writing(other -> other.insert(PLAIN, Bodies.plain("after", 1))));
                List<String> first = tx.ids(Scan.ofIds(PLAIN));
                assertThat(first).contains("before");
                peer.run(() -> space.writing(other -> other.insert(PLAIN, Bodies.plain("last", 1))));
                assertThat(tx.ids(Scan.ofIds(PLAIN))).isEqualTo(first).doesNotContain("last");
            }
        }
    }

    @Test
    default void aWriterSeesOneStateToItsEnd() {
        Space space = twoPeople();
        try (Peer peer = new Peer()) {
            Future<Boolean> change;
            try (TenantTransaction tx = space.beginWrite()) {
                expectTwoPeople(tx);
                change = peer.start(() -> {
                    space.writing(Snapshots::change);
                    return true;
                });
                boolean ignored = Peer.hadItsChance(change, chance());
                expectTwoPeople(tx);
            }
            assertThat(Peer.result(change)).isTrue();
        }
        space.reading(tx -> assertThat(tx.ids(Scan.of(PEOPLE, BY_NAME))).containsExactly("3", "1"));
    }

    @Test
    default void whoeverBeginsAfterACommitSeesIt() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 0)));
        try (Peer peer = new Peer()) {
            for (int round = 1; round <= 200; round++) {
                int number = round;
                if (round % 2 == 0) {
                    space.writing(tx -> tx.replace(PLAIN, Bodies.plain("a", number)));
                } else {
                    peer.run(() -> space.writing(tx -> tx.replace(PLAIN, Bodies.plain("a", number))));
                }
                long here = space.read(tx -> tx.number(PLAIN, "a"));
                long there = peer.call(() -> space.read(tx -> tx.number(PLAIN, "a")));
                long writer = peer.call(() -> space.write(tx -> tx.number(PLAIN, "a")));
                assertThat(List.of(here, there, writer)).containsOnly((long) number);
            }
        }
    }

    @Test
    default void nobodySeesHalfATransaction() {
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 0));
            tx.insert(PACKED, Bodies.plain("b", 0));
        });
        AtomicBoolean done = new AtomicBoolean();
        Crowd.run(4, thread -> {
            if (thread == 0) {
                try {
                    for (int round = 1; round <= 300; round++) {
                        int number = round;
                        space.writing(tx -> {
                            tx.replace(PACKED, Bodies.plain("b", number));
                            tx.replace(PLAIN, Bodies.plain("a", number));
                        });
                    }
                } finally {
                    done.set(true);
                }
                return;
            }
            long last = 0;
            while (!done.get()) {
                long seen = thread == 1 ? space.write(Snapshots::whole) : space.read(Snapshots::whole);
                assertThat(seen).as("time does not run backwards").isGreaterThanOrEqualTo(last);
                last = seen;
            }
        });
    }

    private static long whole(TenantTransaction tx) {
        long first = tx.number(PLAIN, "a");
        long second = tx.number(PACKED, "b");
        long third = Bodies.number(tx.scan(Scan.ofIds(PLAIN)).get(0).document());
        assertThat(List.of(second, third)).containsOnly(first);
        return first;
    }
}
