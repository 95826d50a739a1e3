package fr.aisneneo.core.sealing.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Tenants, persons and their keys. */
final class Samples {
    static final TenantId LAON = new TenantId("laon");
    static final TenantId SOISSONS = new TenantId("soissons");
    static final PartyId ANNE = person(1);
    static final PartyId BRUNO = person(2);
    static final KeyName CONTACT = KeyName.of(LAON, ANNE, "contact");
    static final KeyName HEALTH = KeyName.of(LAON, ANNE, "health");
    static final KeyName OF_BRUNO = KeyName.of(LAON, BRUNO, "contact");
    static final KeyName IN_SOISSONS = KeyName.of(SOISSONS, ANNE, "contact");
    static final KeyName OF_INDEX = KeyName.ofIndex(LAON, "personal_data", "email");
    static final KeyState ABSENT = new KeyState.Absent();
    static final KeyState DESTROYED = new KeyState.Destroyed();

    private Samples() {}

    static PartyId person(long number) {
        return new PartyId(new UUID(0x0192_0000_0000_7000L, number));
    }

    /** A key that there must be. */
    static DataKey live(KeyState state) {
        assertThat(state).isInstanceOf(KeyState.Live.class);
        return ((KeyState.Live) state).key();
    }

    /** Everybody whom the key store names, as often as it does. */
    static List<PartyId> destroyed(KeyStore keys, TenantId tenant) {
        List<PartyId> persons = new ArrayList<>();
        keys.forEachDestroyed(tenant, persons::add);
        return persons;
    }
}
