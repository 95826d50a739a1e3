package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ErasureTest {
    private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
    private static final SealedCollection<Contact> HEALTH = SealedCollection.of("health", Contact.class)
            .id(Contact::id)
            .owner(Contact::party)
            .purpose("health")
            .build();

    private final StubbornKeyStore keys = new StubbornKeyStore(new MemoryKeyStore());
    private final Town town = new Town(Neo.builder().clock(() -> NOON).open(), keys);

    ErasureTest() {
        town.sealing.declare(HEALTH);
    }

    @AfterEach
    void close() {
        town.close();
    }

    private void twoPersons() {
        for (int i = 0; i < 3; i++) {
            town.add(Contact.of("anne-" + i, Town.ANNE, "Anne Martin", "anne@example.org"));
        }
        town.add(Contact.of("bruno", Town.BRUNO, "Bruno Petit", "bruno@example.org"));
        health(Contact.of("anne-h", Town.ANNE, "Anne Martin", null));
    }

    private void health(Contact contact) {
        town.neo.atomically(() -> town.neo
                .store()
                .write(
                        fr.aisneneo.core.storage.Contention.none(),
                        tx -> town.sealing.documents(tx, HEALTH, Town.LAON).insert(contact)));
    }

    private KeyState key(PartyId owner, String purpose) {
        return keys.find(KeyName.of(Town.LAON, owner, purpose));
    }

    @Test
    void whatWasSealedBeforeAnErasureIsNotAddedAfterIt() {
        ReadyDocument<Contact> ready = town.sealing.seal(
                Town.LAON, Contact.CONTACTS, Contact.of("late", Town.ANNE, "Anne Martin", "anne@example.org"));
        // Within a transaction the keys stay for now: it is the record that refuses.
        town.neo.atomically(() -> {
            town.sealing.erase(Town.CLERK, Town.ANNE);
            assertThat(key(Town.ANNE, "contact")).isInstanceOf(KeyState.Live.class);
            refused(ready);
            return true;
        });
        refused(ready);
        town.sealing.finishErasures();
        refused(ready);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> town.sealing.seal(Town.LAON, Contact.CONTACTS, ready.value()))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.owner.erased"));
    }

    private void refused(ReadyDocument<Contact> ready) {
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> town.write(Town.LAON, contacts -> contacts.insert(ready)))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.owner.erased"));
        assertThat(town.get("late")).isEmpty();
    }

    @Test
    void erasingDeletesTheDocumentsDestroysTheKeysAndTellsIt() {
        twoPersons();

        ErasureReport report = town.sealing.erase(Town.CLERK, Town.ANNE);

        assertThat(report)
                .isEqualTo(new ErasureReport(
                        Town.LAON,
                        Town.ANNE,
                        NOON,
                        new java.util.TreeMap<>(Map.of("contact", 3L, "health", 1L)),
                        List.of("contact", "health"),
                        0,
                        true));
        assertThat(report.keys()).isEqualTo(2);
        assertThat(report.stays()).containsExactly(ErasureReport.Stays.values());
        for (Locale locale : List.of(Locale.FRENCH, Locale.ENGLISH)) {
            assertThat(String.join("\n", report.lines(locale)))
                    .contains(Town.ANNE.text(), "contact", "health", "2026-11-23T12:00:00Z")
                    .doesNotContain("Martin", "example.org", "sealing.report", "{");
        }
        assertThat(town.get("anne-0")).isEmpty();
        assertThat(town.withEmail("anne@example.org")).isEmpty();
        assertThat(key(Town.ANNE, "contact")).isEqualTo(new KeyState.Destroyed());
        assertThat(key(Town.ANNE, "health")).isEqualTo(new KeyState.Destroyed());
        assertThat(town.get("bruno")).isPresent();
        assertThat(town.sealing.erase(Town.CLERK, Town.ANNE)).isEqualTo(report);
        assertThat(town.sealing.finishErasures()).isZero();
    }

    @Test
    void onlyThePersonAndStaffEraseAndOnlyInTheirTenant() {
        twoPersons();
        Actor bruno = Actor.of(Town.BRUNO, Town.LAON, Role.MEMBER);
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.sealing.erase(bruno, Town.ANNE));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.sealing.reapplyErasures(bruno));
        assertThatExceptionOfType(ForbiddenException.class).isThrownBy(() -> town.sealing.rotateRootKey(bruno));
        Actor neighbour = Actor.of(new PartyId(new UUID(2, 2)), Town.SOISSONS, Role.OPERATOR);
        assertThat(town.sealing.erase(neighbour, Town.ANNE).documents()).isEmpty();
        assertThat(town.get("anne-0")).isPresent();
        assertThat(town.sealing.erase(bruno, Town.BRUNO).documents()).containsExactly(Map.entry("contact", 1L));
    }

    @Test
    void aStepOfADomainIsInTheSameTransaction() {
        twoPersons();
        List<PartyId> told = new ArrayList<>();
        town.sealing.onErasure("test", (tx, actor, owner) -> {
            told.add(owner);
            throw new IllegalStateException("not now");
        });
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> town.sealing.erase(Town.CLERK, Town.ANNE));
        assertThat(told).containsExactly(Town.ANNE);
        assertThat(town.get("anne-0")).isPresent();
        assertThat(key(Town.ANNE, "contact")).isInstanceOf(KeyState.Live.class);
    }

    @Test
    void keysThatCannotBeDestroyedNowAreDestroyedLater() {
        twoPersons();
        keys.refuseToDestroy(true);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> town.sealing.erase(Town.CLERK, Town.ANNE));
        assertThat(town.get("anne-0")).as("erased for every reader").isEmpty();
        assertThatExceptionOfType(RefusedException.class)
                .as("nothing is sealed with a key that is about to go")
                .isThrownBy(() -> town.add(Contact.of("anne-9", Town.ANNE, "Anne", null)));
        assertThat(key(Town.ANNE, "contact")).isInstanceOf(KeyState.Live.class);

        keys.refuseToDestroy(false);
        Sealing reopened = Sealing.of(town.neo, keys);
        assertThat(key(Town.ANNE, "contact")).isEqualTo(new KeyState.Destroyed());
        assertThat(reopened.finishErasures()).isZero();
        ErasureReport report = town.sealing.erase(Town.CLERK, Town.ANNE);
        assertThat(report.purposes()).containsExactly("contact", "health");
        assertThat(report.documents()).containsEntry("contact", 3L);
    }

    @Test
    void anotherErasureFinishesThoseThatWereCutOff() {
        twoPersons();
        keys.refuseToDestroy(true);
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> town.sealing.erase(Town.CLERK, Town.ANNE));
        keys.refuseToDestroy(false);
        town.sealing.erase(Town.CLERK, Town.BRUNO);
        assertThat(key(Town.ANNE, "contact")).isEqualTo(new KeyState.Destroyed());
    }

    @Test
    void withinATransactionTheKeysWaitForItsEnd() {
        twoPersons();
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> town.neo.atomically(() -> {
                    town.sealing.erase(Town.CLERK, Town.ANNE);
                    throw new IllegalStateException("taken back");
                }));
        assertThat(town.get("anne-0")).isPresent();

        List<ErasureReport> reports = new ArrayList<>();
        town.neo.atomically(() -> {
            reports.add(town.sealing.erase(Town.CLERK, Town.ANNE));
        });
        assertThat(reports.get(reports.size() - 1).complete()).isFalse();
        assertThat(reports.get(reports.size() - 1).lines(Locale.ENGLISH))
                .anyMatch(line -> line.contains("Not finished"));
        assertThat(key(Town.ANNE, "contact")).isInstanceOf(KeyState.Live.class);
        assertThat(town.get("anne-0")).isEmpty();

        assertThat(town.sealing.finishErasures()).isEqualTo(1);
        assertThat(key(Town.ANNE, "contact")).isEqualTo(new KeyState.Destroyed());
        assertThat(town.sealing.erase(Town.CLERK, Town.ANNE).complete()).isTrue();
    }

    @Test
    void aKeyStoreThatCameBackFromItsBackupForgetsNoErasure() {
        twoPersons();
        town.sealing.erase(Town.CLERK, Town.ANNE);
        StubbornKeyStore older = keys.asItWasBefore();
        assertThat(older.find(KeyName.of(Town.LAON, Town.ANNE, "contact"))).isInstanceOf(KeyState.Live.class);

        Sealing.of(town.neo, older);

        assertThat(older.find(KeyName.of(Town.LAON, Town.ANNE, "contact"))).isEqualTo(new KeyState.Destroyed());
    }
}
