package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static fr.aisneneo.core.sealing.tck.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** Many threads ask at once. */
interface Asking extends KeyStoreContract {

    @Test
    default void whoeverAsksAtTheSameTimeGetsTheSameKey() {
        KeyStore keys = keys();
        List<List<DataKey>> got = Crowd.run(8, thread -> {
            List<DataKey> mine = new ArrayList<>();
            for (int number = 1; number <= 20; number++) {
                mine.add(live(keys.obtain(KeyName.of(LAON, person(number), "contact"))));
            }
            return mine;
        });
        assertThat(Set.copyOf(got)).as("what the threads got").hasSize(1);
        for (int number = 1; number <= 20; number++) {
            assertThat(live(keys.find(KeyName.of(LAON, person(number), "contact"))))
                    .isEqualTo(got.get(0).get(number - 1));
        }
    }

    @Test
    default void aDestructionThatHasReturnedIsSeenByEverybody() {
        KeyStore keys = keys();
        KeyState before = keys.obtain(CONTACT);
        CountDownLatch asking = new CountDownLatch(3);
        AtomicBoolean returned = new AtomicBoolean();
        Crowd.run(4, thread -> {
            if (thread == 0) {
                try {
                    assertThat(asking.await(60, TimeUnit.SECONDS)).as("asked").isTrue();
                    return keys.destroy(LAON, ANNE).size();
                } finally {
                    returned.set(true);
                }
            }
            boolean gone = false;
            for (boolean last = false; !last; ) {
                last = returned.get();
                KeyState found = thread == 1 ? keys.find(CONTACT) : keys.obtain(CONTACT);
                assertThat(found).isIn(before, DESTROYED);
                assertThat(gone && !found.equals(DESTROYED)).as("it came back").isFalse();
                gone = found.equals(DESTROYED);
                asking.countDown();
            }
            assertThat(gone).as("seen after the destruction returned").isTrue();
            return 0;
        });
    }

    @Test
    default void aPersonIsDestroyedOnceHoweverManyDoSo() {
        KeyStore keys = keys();
        keys.obtain(HEALTH);
        keys.obtain(CONTACT);
        List<List<String>> purposes = Crowd.run(4, thread -> keys.destroy(LAON, ANNE));
        assertThat(purposes).containsOnly(List.of("contact", "health"));
        assertThat(keys.destroyedCount()).isEqualTo(1);
        assertThat(Samples.destroyed(keys, LAON)).containsExactly(ANNE);
    }

    @Test
    default void rotatingKeepsNobodyFromTheirKeys() {
        KeyStore keys = keys();
        DataKey before = live(keys.obtain(CONTACT));
        AtomicBoolean rotated = new AtomicBoolean();
        Crowd.run(4, thread -> {
            if (thread == 0) {
                try {
                    for (int time = 0; time < 5; time++) {
                        keys.rotate();
                    }
                } finally {
                    rotated.set(true);
                }
                return 0;
            }
            int number = 0;
            while (!rotated.get() || number == 0) {
                assertThat(live(keys.find(CONTACT))).isEqualTo(before);
                KeyName mine = KeyName.of(LAON, person(100L * thread + number++ % 20), "contact");
                assertThat(keys.obtain(mine)).isEqualTo(keys.find(mine));
            }
            return 0;
        });
        assertThat(live(keys.find(CONTACT))).isEqualTo(before);
    }
}
