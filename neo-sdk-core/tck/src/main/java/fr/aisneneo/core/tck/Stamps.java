package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;

/** Who may have seen whom, as engines tell it whose writers run side by side; the others answer 0, always. */
interface Stamps extends StorageContract {
    int THREADS = 4;
    int ROUNDS = 25;

    @Test
    default void aStampIsGreaterThanThoseOfAllTransactionsThatAreSeen() {
        Space space = newSpace();
        boolean stamped = space.<Boolean>write(tx -> {
            tx.insert(PLAIN, Bodies.plain("last", tx.engine().stamp()));
            return tx.engine().stamp() != 0;
        });
        Set<Long> committed = ConcurrentHashMap.newKeySet();
        Crowd.run(THREADS, thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                long stamp = space.<Long>write(tx -> {
                    long seen = tx.number(PLAIN, "last");
                    long mine = tx.engine().stamp();
                    assertThat(mine).isEqualTo(tx.engine().stamp());
                    assertThat(mine > seen).isEqualTo(stamped);
                    tx.replace(PLAIN, Bodies.plain("last", mine));
                    return mine;
                });
                assertThat(committed.add(stamp) || !stamped).as("a new stamp").isTrue();
            }
        });
        assertThat(committed).allMatch(stamp -> stamp < 1L << 46).hasSize(stamped ? THREADS * ROUNDS : 1);
    }

    @Test
    default void aStampThatIsTakenFirstIsStillBehindTheSnapshot() {
        Space space = newSpace();
        space.writing(tx -> tx.insert(PLAIN, Bodies.plain("last", 0)));
        Crowd.run(THREADS, thread -> {
            for (int round = 0; round < ROUNDS; round++) {
                space.writing(tx -> {
                    long mine = tx.engine().stamp();
                    assertThat(mine).isGreaterThanOrEqualTo(tx.number(PLAIN, "last"));
                    tx.replace(PLAIN, Bodies.plain("last", mine));
                });
            }
        });
    }
}
