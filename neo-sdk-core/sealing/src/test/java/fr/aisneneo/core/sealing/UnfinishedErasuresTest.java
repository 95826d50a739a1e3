package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.internal.ErasureRecord;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An erasure that can never be finished harms itself only. */
class UnfinishedErasuresTest {
    private static final PartyId NOBODY = new PartyId(KeyName.NOBODY);
    private static final Contact BRUNO = Contact.of("bruno", Town.BRUNO, "Bruno Petit", "bruno@example.org");

    @TempDir
    private Path folder;

    private static List<ErasureRecord> records(Town town) {
        return town.neo
                .store()
                .read(tx -> tx.documents(ErasureRecord.COLLECTION, TenantId.SHARED)
                        .scan(Scan.byId())
                        .values());
    }

    @Test
    void whoIsNobodyIsNotErased() {
        try (FileKeyStore file = FileKeyStore.open(folder.resolve("keys"))) {
            for (KeyStore keys : List.of(file, new MemoryKeyStore())) {
                try (Town town = new Town("memory:", keys)) {
                    town.add(BRUNO);
                    assertThatExceptionOfType(InvalidInputException.class)
                            .isThrownBy(() -> town.sealing.erase(Town.CLERK, NOBODY))
                            .satisfies(e -> assertThat(e.code()).isEqualTo("input.malformed"));
                    assertThatExceptionOfType(InvalidInputException.class)
                            .isThrownBy(() -> keys.destroy(Town.LAON, NOBODY))
                            .satisfies(e -> assertThat(e.code()).isEqualTo("input.malformed"));
                    assertThat(records(town)).isEmpty();
                    assertThat(keys.destroyedCount()).isZero();
                    Sealing.of(town.neo, keys);
                    assertThat(town.withEmail("bruno@example.org")).containsExactly(BRUNO);
                }
            }
        }
    }

    @Test
    void oneThatCannotBeFinishedLocksOutNobodyAndHoldsUpNoOther() {
        StubbornKeyStore keys = new StubbornKeyStore(new MemoryKeyStore());
        try (Town town = new Town("memory:", keys)) {
            town.add(Contact.of("anne", Town.ANNE, "Anne Martin", null));
            town.add(BRUNO);
            // As an older version left it: its time puts it before all others.
            town.neo
                    .store()
                    .write(
                            Contention.none(),
                            tx -> tx.documents(ErasureRecord.COLLECTION, TenantId.SHARED)
                                    .insert(ErasureRecord.begun(Town.LAON, NOBODY, java.time.Instant.EPOCH)));
            town.neo.atomically(() -> {
                town.sealing.erase(Town.CLERK, Town.ANNE);
            });
            assertThat(keys.find(KeyName.of(Town.LAON, Town.ANNE, "contact"))).isInstanceOf(KeyState.Live.class);

            Sealing anew = Sealing.of(town.neo, keys);
            anew.declare(Contact.CONTACTS);

            assertThat(keys.find(KeyName.of(Town.LAON, Town.ANNE, "contact"))).isEqualTo(new KeyState.Destroyed());
            assertThat(town.get("bruno")).contains(BRUNO);
            assertThatExceptionOfType(InvalidInputException.class)
                    .as("who asks for it learns of it")
                    .isThrownBy(anew::finishErasures);
            assertThat(anew.erase(Town.CLERK, Town.BRUNO).complete()).isTrue();

            // A key store that came back from its backup is told of all others too.
            StubbornKeyStore older = keys.asItWasBefore();
            Sealing.of(town.neo, older);
            assertThat(older.destroyedCount()).isEqualTo(2);
        }
    }
}
