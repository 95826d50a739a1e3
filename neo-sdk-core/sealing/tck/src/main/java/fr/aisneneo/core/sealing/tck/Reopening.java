package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ABSENT;
import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.OF_BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.OF_INDEX;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** A key store that was closed is the same one when it is opened again. */
interface Reopening extends KeyStoreContract {

    private Path directoryThatIsKept() {
        assumeTrue(keepsKeys(), "keepsKeys() says that keys are gone when the key store is closed");
        return newDirectory();
    }

    @Test
    default void everyKeyIsThereAfterReopening() {
        Path directory = directoryThatIsKept();
        String id;
        DataKey ofBruno;
        DataKey ofIndex;
        try (KeyStore keys = open(directory)) {
            id = keys.id();
            ofBruno = live(keys.obtain(OF_BRUNO));
            ofIndex = live(keys.obtain(OF_INDEX));
        }
        for (int time = 0; time < 2; time++) {
            try (KeyStore keys = open(directory)) {
                assertThat(keys.id()).isEqualTo(id);
                assertThat(live(keys.find(OF_BRUNO))).isEqualTo(ofBruno);
                assertThat(live(keys.obtain(OF_INDEX))).isEqualTo(ofIndex);
                assertThat(keys.find(CONTACT)).isEqualTo(ABSENT);
            }
        }
    }

    @Test
    default void whoWasDestroyedStaysSoAfterReopening() {
        Path directory = directoryThatIsKept();
        try (KeyStore keys = open(directory)) {
            keys.obtain(HEALTH);
            keys.obtain(CONTACT);
            keys.destroy(LAON, ANNE);
            keys.destroy(LAON, BRUNO);
        }
        try (KeyStore keys = open(directory)) {
            assertThat(keys.find(CONTACT)).isEqualTo(DESTROYED);
            assertThat(keys.obtain(HEALTH)).isEqualTo(DESTROYED);
            assertThat(keys.obtain(OF_BRUNO)).as("never had a key").isEqualTo(DESTROYED);
            assertThat(keys.destroyedCount()).isEqualTo(2);
            assertThat(Samples.destroyed(keys, LAON)).containsExactlyInAnyOrder(ANNE, BRUNO);
            assertThat(keys.destroy(LAON, ANNE)).containsExactly("contact", "health");
        }
    }

    @Test
    default void whatWasRotatedOpens() {
        Path directory = directoryThatIsKept();
        DataKey ofBruno;
        try (KeyStore keys = open(directory)) {
            ofBruno = live(keys.obtain(OF_BRUNO));
            keys.obtain(CONTACT);
            keys.destroy(LAON, ANNE);
            keys.rotate();
        }
        try (KeyStore keys = open(directory)) {
            assertThat(live(keys.find(OF_BRUNO))).isEqualTo(ofBruno);
            assertThat(keys.find(CONTACT)).isEqualTo(DESTROYED);
            keys.rotate();
            assertThat(live(keys.find(OF_BRUNO))).isEqualTo(ofBruno);
        }
    }

    @Test
    default void anEmptyOneOpensAgainAsItself() {
        Path directory = directoryThatIsKept();
        String id;
        try (KeyStore keys = open(directory)) {
            id = keys.id();
        }
        try (KeyStore keys = open(directory)) {
            assertThat(keys.id()).isEqualTo(id);
            assertThat(keys.destroyedCount()).isZero();
            assertThat(keys.find(CONTACT)).isEqualTo(ABSENT);
        }
    }
}
