package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ABSENT;
import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.IN_SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.OF_BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.OF_INDEX;
import static fr.aisneneo.core.sealing.tck.Samples.SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A person's keys go together, and for ever. */
interface Destroying extends KeyStoreContract {

    @Test
    default void destroyedKeysAreGoneForEveryPurpose() {
        keys().obtain(HEALTH);
        keys().obtain(CONTACT);

        assertThat(keys().destroy(LAON, ANNE)).containsExactly("contact", "health");

        assertThat(keys().find(CONTACT)).isEqualTo(DESTROYED);
        assertThat(keys().find(HEALTH)).isEqualTo(DESTROYED);
    }

    @Test
    default void destroyedKeysAreNeverMadeAnew() {
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);

        for (KeyName name : List.of(CONTACT, HEALTH)) {
            assertThat(keys().obtain(name)).as("obtain %s", name).isEqualTo(DESTROYED);
            assertThat(keys().find(name)).as("find %s", name).isEqualTo(DESTROYED);
        }
    }

    @Test
    default void theKeysOfOthersStay() {
        DataKey ofBruno = live(keys().obtain(OF_BRUNO));
        DataKey ofIndex = live(keys().obtain(OF_INDEX));
        keys().obtain(CONTACT);

        keys().destroy(LAON, ANNE);

        assertThat(live(keys().find(OF_BRUNO))).isEqualTo(ofBruno);
        assertThat(live(keys().find(OF_INDEX))).isEqualTo(ofIndex);
    }

    @Test
    default void thePersonIsUntouchedInAnotherTenant() {
        DataKey there = live(keys().obtain(IN_SOISSONS));
        keys().obtain(CONTACT);

        keys().destroy(LAON, ANNE);

        assertThat(live(keys().find(IN_SOISSONS))).isEqualTo(there);
        KeyName more = KeyName.of(SOISSONS, ANNE, "health");
        assertThat(keys().find(more)).isEqualTo(ABSENT);
        live(keys().obtain(more));
    }

    @Test
    default void destroyingAgainChangesNothing() {
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);
        // Not made, and so nothing that could have been destroyed.
        keys().obtain(HEALTH);

        assertThat(keys().destroy(LAON, ANNE)).containsExactly("contact");
        assertThat(keys().destroyedCount()).isEqualTo(1);
        assertThat(Samples.destroyed(keys(), LAON)).containsExactly(ANNE);
    }

    @Test
    default void aPersonWithoutKeysIsDestroyedToo() {
        assertThat(keys().destroy(LAON, ANNE)).isEmpty();

        assertThat(keys().find(CONTACT)).isEqualTo(DESTROYED);
        assertThat(keys().obtain(CONTACT)).isEqualTo(DESTROYED);
        assertThat(keys().destroyedCount()).isEqualTo(1);
    }

    @Test
    default void theCountIsThatOfPersonsInTheirTenants() {
        assertThat(keys().destroyedCount()).isZero();
        keys().obtain(CONTACT);
        keys().obtain(HEALTH);
        keys().destroy(LAON, ANNE);
        keys().destroy(SOISSONS, ANNE);
        keys().destroy(LAON, BRUNO);
        assertThat(keys().destroyedCount()).isEqualTo(3);
    }

    @Test
    default void theStampNeverComesBack() {
        long first = keys().stamp();
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);
        long second = keys().stamp();
        keys().destroy(LAON, BRUNO);
        assertThat(List.of(first, second, keys().stamp())).doesNotHaveDuplicates();
    }

    @Test
    default void theKeysOfNobodyAreNotDestroyed() {
        DataKey ofIndex = live(keys().obtain(OF_INDEX));

        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> keys().destroy(LAON, new PartyId(KeyName.NOBODY)))
                .satisfies(e -> assertThat(e.field()).isEqualTo("owner"));

        assertThat(live(keys().find(OF_INDEX))).isEqualTo(ofIndex);
        assertThat(keys().destroyedCount()).isZero();
    }
}
