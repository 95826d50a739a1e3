package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.LONGS;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.ScanHit;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Transactions that run at the same time end as if they had run one after the other, although they declare no
 * contention. The names are those of the literature (Berenson et al. 1995; Fekete, O'Neil, O'Neil 2004).
 */
interface Serializability extends StorageContract {

    /**
     * Runs two transactions that both read before either writes, where the engine lets them; a transaction that loses
     * is run again.
     */
    private void together(
            Space space,
            Consumer<TenantTransaction> reads,
            Consumer<TenantTransaction> first,
            Consumer<TenantTransaction> second) {
        Meeting meeting = new Meeting(chance());
        Crowd.run(
                2,
                thread -> space.writing(tx -> {
                    reads.accept(tx);
                    meeting.arrive();
                    (thread == 0 ? first : second).accept(tx);
                }));
    }

    @Test
    default void noUpdateIsLost() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 0)));
        for (int round = 1; round <= 3; round++) {
            Consumer<TenantTransaction> increment =
                    tx -> tx.replace(PLAIN, Bodies.plain("a", tx.number(PLAIN, "a") + 1));
            together(space, tx -> tx.get(PLAIN, "a"), increment, increment);
            assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(2L * round);
        }
    }

    @Test
    default void writesDoNotSkew() {
        // Two doctors are on call; each goes home if the other one stays.
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("a", 1));
            tx.insert(PLAIN, Bodies.plain("b", 1));
        });
        together(
                space,
                tx -> assertThat(tx.number(PLAIN, "a") + tx.number(PLAIN, "b")).isPositive(),
                tx -> goHome(tx, "a"),
                tx -> goHome(tx, "b"));
        assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a") + tx.number(PLAIN, "b")))
                .isEqualTo(1);
    }

    private static void goHome(TenantTransaction tx, String doctor) {
        if (tx.number(PLAIN, "a") + tx.number(PLAIN, "b") > 1) {
            tx.replace(PLAIN, Bodies.plain(doctor, 0));
        }
    }

    @Test
    default void noPhantomSlipsIntoARangeThatWasFoundEmpty() {
        // Two visitors want a room for overlapping hours, and there is nothing that both of them replace.
        Space space = newSpace();
        Scan overlap = Scan.ofKeys(LONGS).from(10L).before(12L);
        together(
                space,
                tx -> tx.scan(overlap),
                tx -> insertIfEmpty(tx, overlap, 10L),
                tx -> insertIfEmpty(tx, overlap, 11L));
        assertThat(space.<Integer>read(tx -> tx.scan(overlap).size())).isEqualTo(1);
    }

    private static void insertIfEmpty(TenantTransaction tx, Scan range, long hour) {
        if (tx.scan(range).isEmpty()) {
            tx.insert(LONGS, Bodies.keyed(LONGS, "at-" + hour, hour));
        }
    }

    @Test
    default void noPhantomSlipsBehindALimit() {
        // Each takes the first free number; between them they leave no gap and take none twice.
        Space space = newSpace();
        for (int round = 1; round <= 3; round++) {
            Consumer<TenantTransaction> next = tx -> {
                long free = tx.scan(Scan.ofKeys(LONGS).backwards().first(1)).stream()
                                .mapToLong(hit ->
                                        (Long) hit.position().key().values().get(0))
                                .findFirst()
                                .orElse(0)
                        + 1;
                String id = "number-" + free + (tx.has(LONGS, "number-" + free) ? "-again" : "");
                tx.insert(LONGS, Bodies.keyed(LONGS, id, free));
            };
            together(space, tx -> tx.scan(Scan.ofKeys(LONGS).backwards().first(1)), next, next);
        }
        assertThat(space.<Object>read(tx -> tx.ids(Scan.ofKeys(LONGS))))
                .isEqualTo(List.of("number-1", "number-2", "number-3", "number-4", "number-5", "number-6"));
    }

    @Test
    default void anAbsenceThatWasReadStays() {
        // Each inserts its document only if the other one is not there.
        Space space = newSpace();
        together(
                space,
                tx -> assertThat(tx.has(PLAIN, "c")).isFalse(),
                tx -> insertUnless(tx, "a", "b"),
                tx -> insertUnless(tx, "b", "a"));
        assertThat(space.<Integer>read(tx -> tx.scan(Scan.ofIds(PLAIN)).size())).isEqualTo(1);
    }

    private static void insertUnless(TenantTransaction tx, String id, String other) {
        if (!tx.has(PLAIN, other)) {
            tx.insert(PLAIN, Bodies.plain(id, 1));
        }
    }

    @Test
    default void aReaderDoesNotSeeAnOrderThatIsContradictedLater() {
        expectNotContradicted(TenantTransaction::commit);
    }

    /** Since what it refuses then is an answer too. */
    @Test
    default void aReaderThatIsRolledBackDoesNotSeeSuchAnOrderEither() {
        expectNotContradicted(TenantTransaction::rollback);
    }

    private void expectNotContradicted(Consumer<TenantTransaction> ending) {
        // A fee of 1 is due on taking 10 out unless both accounts hold 10 together; a deposit comes in meanwhile.
        Space space = newSpace();
        space.writing(tx -> {
            tx.insert(PLAIN, Bodies.plain("checking", 0));
            tx.insert(PLAIN, Bodies.plain("savings", 0));
        });
        long[] seen = new long[2];
        boolean[] watched = new boolean[1];
        try (Peer depositor = new Peer();
                Peer auditor = new Peer()) {
            Future<?>[] deposit = new Future<?>[1];
            space.writing(tx -> {
                long total = tx.number(PLAIN, "checking") + tx.number(PLAIN, "savings");
                if (!watched[0]) {
                    watched[0] = true;
                    deposit[0] = depositor.start(() -> {
                        space.writing(other -> other.replace(PLAIN, Bodies.plain("savings", 20)));
                        return true;
                    });
                    boolean ignored = Peer.hadItsChance(deposit[0], chance());
                    auditor.run(() -> {
                        try (TenantTransaction other = space.beginRead()) {
                            seen[0] = other.number(PLAIN, "checking");
                            seen[1] = other.number(PLAIN, "savings");
                            ending.accept(other);
                        }
                    });
                }
                tx.replace(PLAIN, Bodies.plain("checking", total < 10 ? -11 : -10));
            });
            Peer.result(deposit[0]);
        }
        long checking = space.read(tx -> tx.number(PLAIN, "checking"));
        if (seen[0] == 0 && seen[1] == 20) {
            assertThat(checking).as("the deposit was seen first, so no fee").isEqualTo(-10);
        }
        assertThat(seen[0]).as("what is not committed").isZero();
        assertThat(checking).isIn(-10L, -11L);
    }

    @Test
    default void moneyThatMovesIsNeitherMadeNorLost() {
        Space space = newSpace();
        int accounts = 5;
        space.writing(tx -> {
            for (int account = 0; account < accounts; account++) {
                tx.insert(PLAIN, Bodies.plain("account-" + account, 100));
            }
        });
        AtomicBoolean done = new AtomicBoolean();
        try (Peer auditor = new Peer()) {
            Future<Boolean> audit = auditor.start(() -> {
                while (!done.get()) {
                    assertThat(space.<Long>read(Serializability::total)).isEqualTo(accounts * 100L);
                }
                return true;
            });
            try {
                Crowd.run(6, thread -> {
                    SplittableRandom random = new SplittableRandom(thread);
                    for (int transfer = 0; transfer < 40; transfer++) {
                        String from = "account-" + random.nextInt(accounts);
                        String to = "account-" + random.nextInt(accounts);
                        long amount = random.nextInt(200);
                        space.writing(tx -> transfer(tx, from, to, amount));
                    }
                });
            } finally {
                done.set(true);
            }
            Peer.result(audit);
        }
        space.reading(tx -> {
            assertThat(total(tx)).isEqualTo(accounts * 100L);
            assertThat(tx.scan(Scan.ofIds(PLAIN))).allMatch(hit -> Bodies.number(hit.document()) >= 0);
        });
    }

    private static void transfer(TenantTransaction tx, String from, String to, long amount) {
        if (tx.number(PLAIN, from) >= amount) {
            tx.replace(PLAIN, Bodies.plain(from, tx.number(PLAIN, from) - amount));
            tx.replace(PLAIN, Bodies.plain(to, tx.number(PLAIN, to) + amount));
        }
    }

    private static long total(TenantTransaction tx) {
        long total = 0;
        for (ScanHit hit : tx.scan(Scan.ofIds(PLAIN))) {
            total += Bodies.number(hit.document());
        }
        return total;
    }
}
