package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.OF_BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static fr.aisneneo.core.sealing.tck.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One key store that is open in two places. */
interface Sharing extends KeyStoreContract {

    private Path directoryForTwo() {
        assumeTrue(opensTwice(), "opensTwice() says that a key store is open in one place of a process at a time");
        return newDirectory();
    }

    @Test
    default void whatOneDidTheOtherSees() {
        Path directory = directoryForTwo();
        try (KeyStore one = open(directory);
                KeyStore other = open(directory)) {
            assertThat(other.id()).isEqualTo(one.id());
            DataKey made = live(one.obtain(CONTACT));
            assertThat(live(other.find(CONTACT))).isEqualTo(made);
            assertThat(live(other.obtain(HEALTH))).isEqualTo(live(one.obtain(HEALTH)));
            other.rotate();
            assertThat(live(one.find(CONTACT))).isEqualTo(made);
            assertThat(live(one.obtain(OF_BRUNO))).isEqualTo(live(other.obtain(OF_BRUNO)));
        }
    }

    @Test
    default void whomOneDestroyedIsDestroyedForTheOther() {
        Path directory = directoryForTwo();
        try (KeyStore one = open(directory);
                KeyStore other = open(directory)) {
            live(one.obtain(CONTACT));
            live(other.find(CONTACT));
            long stamp = one.stamp();

            other.destroy(LAON, ANNE);

            assertThat(one.stamp()).isNotEqualTo(stamp);
            assertThat(one.find(CONTACT)).isEqualTo(DESTROYED);
            assertThat(one.obtain(HEALTH)).isEqualTo(DESTROYED);
            assertThat(one.destroyedCount()).isEqualTo(1);
            assertThat(Samples.destroyed(one, LAON)).containsExactly(ANNE);
        }
    }

    @Test
    default void whoeverAsksEitherAtTheSameTimeGetsTheSameKey() {
        Path directory = directoryForTwo();
        try (KeyStore one = open(directory);
                KeyStore other = open(directory)) {
            List<List<DataKey>> got = Crowd.run(4, thread -> {
                List<DataKey> mine = new ArrayList<>();
                for (int number = 1; number <= 20; number++) {
                    KeyStore asked = thread % 2 == 0 ? one : other;
                    mine.add(live(asked.obtain(KeyName.of(LAON, person(number), "contact"))));
                }
                return mine;
            });
            assertThat(Set.copyOf(got)).as("what the threads got").hasSize(1);
        }
    }
}
