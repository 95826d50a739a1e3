package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.IN_SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.OF_BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.OF_INDEX;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.spi.DataKey;
import org.junit.jupiter.api.Test;

/** Another root key, the same keys. */
interface Rotating extends KeyStoreContract {

    @Test
    default void rotatingKeepsEveryKeyAsItWas() {
        DataKey ofBruno = live(keys().obtain(OF_BRUNO));
        DataKey ofIndex = live(keys().obtain(OF_INDEX));
        String id = keys().id();

        for (int time = 0; time < 3; time++) {
            keys().rotate();
            assertThat(live(keys().find(OF_BRUNO))).isEqualTo(ofBruno);
            assertThat(live(keys().obtain(OF_INDEX))).isEqualTo(ofIndex);
            assertThat(keys().id()).isEqualTo(id);
        }
    }

    @Test
    default void rotatingBringsNobodyBack() {
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);

        keys().rotate();

        assertThat(keys().find(CONTACT)).isEqualTo(DESTROYED);
        assertThat(keys().obtain(CONTACT)).isEqualTo(DESTROYED);
        assertThat(keys().destroyedCount()).isEqualTo(1);
        assertThat(Samples.destroyed(keys(), LAON)).containsExactly(ANNE);
        assertThat(keys().destroy(LAON, ANNE)).containsExactly("contact");
    }

    @Test
    default void afterRotatingKeysAreMadeAndDestroyedAsBefore() {
        keys().rotate();
        DataKey made = live(keys().obtain(IN_SOISSONS));
        assertThat(live(keys().find(IN_SOISSONS))).isEqualTo(made);
        keys().obtain(CONTACT);
        assertThat(keys().destroy(LAON, ANNE)).containsExactly("contact");
        assertThat(keys().find(CONTACT)).isEqualTo(DESTROYED);
    }
}
