package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.DESTROYED;
import static fr.aisneneo.core.sealing.tck.Samples.IN_SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static fr.aisneneo.core.sealing.tck.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import fr.aisneneo.core.party.PartyId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who was destroyed can be told. */
interface Visiting extends KeyStoreContract {

    @Test
    default void everybodyWhoWasDestroyedIsNamedInTheirTenant() {
        assertThat(Samples.destroyed(keys(), LAON)).isEmpty();
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);
        keys().destroy(LAON, BRUNO);
        keys().destroy(SOISSONS, person(3));

        assertThat(Samples.destroyed(keys(), LAON)).containsExactlyInAnyOrder(ANNE, BRUNO);
        assertThat(Samples.destroyed(keys(), SOISSONS)).containsExactly(person(3));
    }

    @Test
    default void aVisitorMayUseTheKeyStore() {
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);
        keys().destroy(LAON, BRUNO);

        List<PartyId> visited = new ArrayList<>();
        keys().forEachDestroyed(LAON, person -> {
            visited.add(person);
            assertThat(keys().find(CONTACT)).isEqualTo(DESTROYED);
            assertThat(keys().destroy(LAON, ANNE)).containsExactly("contact");
            live(keys().obtain(IN_SOISSONS));
            keys().destroy(SOISSONS, BRUNO);
        });

        assertThat(visited).containsExactlyInAnyOrder(ANNE, BRUNO);
        assertThat(keys().destroyedCount()).isEqualTo(3);
    }

    @Test
    default void whatAVisitorThrowsComesOut() {
        keys().destroy(LAON, ANNE);

        assertThatIllegalStateException()
                .isThrownBy(() -> keys().forEachDestroyed(LAON, person -> {
                    throw new IllegalStateException("enough");
                }))
                .withMessage("enough");

        live(keys().obtain(IN_SOISSONS));
        assertThat(Samples.destroyed(keys(), LAON)).containsExactly(ANNE);
    }
}
