package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.ABSENT;
import static fr.aisneneo.core.sealing.tck.Samples.ANNE;
import static fr.aisneneo.core.sealing.tck.Samples.BRUNO;
import static fr.aisneneo.core.sealing.tck.Samples.CONTACT;
import static fr.aisneneo.core.sealing.tck.Samples.HEALTH;
import static fr.aisneneo.core.sealing.tck.Samples.LAON;
import static fr.aisneneo.core.sealing.tck.Samples.SOISSONS;
import static fr.aisneneo.core.sealing.tck.Samples.live;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One key a name, made once. */
interface Obtaining extends KeyStoreContract {

    @Test
    default void lookingForAKeyMakesNone() {
        assertThat(keys().find(CONTACT)).isEqualTo(ABSENT);
        assertThat(keys().find(CONTACT)).isEqualTo(ABSENT);
    }

    @Test
    default void aKeyIsMadeOnceAndStaysTheSame() {
        DataKey made = live(keys().obtain(CONTACT));

        assertThat(live(keys().find(CONTACT))).isEqualTo(made);
        assertThat(live(keys().obtain(CONTACT))).isEqualTo(made);
        assertThat(keys().find(HEALTH)).as("another purpose").isEqualTo(ABSENT);
    }

    @Test
    default void everyNameHasAKeyOfItsOwn() {
        List<KeyName> names = new ArrayList<>();
        for (TenantId tenant : List.of(LAON, SOISSONS)) {
            for (PartyId owner : List.of(ANNE, BRUNO)) {
                for (String purpose : List.of("contact", "health", "contact.more")) {
                    names.add(KeyName.of(tenant, owner, purpose));
                }
            }
            names.add(KeyName.ofIndex(tenant, "personal_data", "email"));
            names.add(KeyName.ofIndex(tenant, "contact", "more"));
        }
        assertApart(keys(), names);
    }

    @Test
    default void namesThatLookAlikeAreKeptApart() {
        List<KeyName> names = new ArrayList<>();
        for (String tenant : List.of("laon", "laon-", "laon-a", "l-aon")) {
            for (String purpose : List.of("a", "a.a", "a_a", "aa", "a.", "a0")) {
                names.add(new KeyName(new TenantId(tenant), ANNE.value(), purpose));
            }
        }
        // The first three have one hash.
        for (UUID holder : List.of(new UUID(1, 2), new UUID(2, 1), new UUID(3, 0), new UUID(-1, -1))) {
            names.add(new KeyName(LAON, holder, "a"));
        }
        assertApart(keys(), names);
    }

    @Test
    default void theLongestNamesAreTaken() {
        TenantId longTenant = new TenantId("t".repeat(63));
        List<KeyName> names = List.of(
                new KeyName(longTenant, new UUID(-1, -1), "p".repeat(81)),
                new KeyName(longTenant, new UUID(-1, -1), "p".repeat(80)),
                new KeyName(new TenantId("t".repeat(62)), new UUID(-1, -1), "p".repeat(81)),
                new KeyName(longTenant, KeyName.NOBODY, "p".repeat(81)));
        assertApart(keys(), names);

        keys().destroy(longTenant, new PartyId(new UUID(-1, -1)));
        assertThat(keys().destroy(longTenant, new PartyId(new UUID(-1, -1))))
                .containsExactly("p".repeat(80), "p".repeat(81));
    }

    @Test
    default void manyKeysAreEachFoundAgain() {
        List<KeyName> names = new ArrayList<>();
        for (int number = 1; number <= 200; number++) {
            names.add(KeyName.of(LAON, Samples.person(number), "contact"));
        }
        assertApart(keys(), names);
    }

    @Test
    default void keysAreRandomAndNotMadeOfNames() {
        DataKey made = live(keys().obtain(CONTACT));
        try (KeyStore other = open(newDirectory())) {
            DataKey elsewhere = live(other.obtain(CONTACT));
            assertThat(elsewhere.id()).isNotEqualTo(made.id());
            assertThat(elsewhere.secret()).isNotEqualTo(made.secret());
        }
    }

    @Test
    default void aKeyStoreHasAnIdentifierOfItsOwn() {
        String id = keys().id();
        assertThat(id).hasSizeBetween(1, 100);
        keys().obtain(CONTACT);
        keys().destroy(LAON, ANNE);
        assertThat(keys().id()).isEqualTo(id);
        try (KeyStore other = open(newDirectory())) {
            assertThat(other.id()).isNotEqualTo(id);
        }
    }

    private static void assertApart(KeyStore keys, List<KeyName> names) {
        Map<KeyName, DataKey> made = new LinkedHashMap<>();
        names.forEach(name -> made.put(name, live(keys.obtain(name))));
        Set<String> ids = new HashSet<>();
        Set<String> secrets = new HashSet<>();
        made.forEach((name, key) -> {
            assertThat(live(keys.find(name))).as("%s", name).isEqualTo(key);
            assertThat(ids.add(key.id())).as("id of its own for %s", name).isTrue();
            assertThat(secrets.add(HexFormat.of().formatHex(key.secret())))
                    .as("bytes of its own for %s", name)
                    .isTrue();
        });
    }
}
