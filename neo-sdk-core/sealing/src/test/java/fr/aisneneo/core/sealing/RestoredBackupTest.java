package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An old backup of the store in its place, the key store as it is: the erased stay erased. */
class RestoredBackupTest {
    @TempDir
    private Path folder;

    @Test
    void whoWasErasedIsNotReadAgainFromAnOldBackup() {
        Path backup = folder.resolve("backup");
        Contact bruno = Contact.of("bruno", Town.BRUNO, "Bruno Petit", "bruno@example.org");
        try (FileKeyStore keys = FileKeyStore.open(folder.resolve("keys"))) {
            try (Town town = new Town("rocksdb:" + folder.resolve("store"), keys)) {
                town.add(Contact.of("anne", Town.ANNE, "Anne Martin", "anne@example.org"));
                town.add(bruno);
                town.neo.store().checkpoint(backup);
                town.sealing.erase(Town.CLERK, Town.ANNE);
            }
            try (Town restored = new Town("rocksdb:" + backup, keys)) {
                assertThat(restored.stored(Town.LAON, "anne").body())
                        .as("the document is back")
                        .isNotEmpty();
                assertThat(restored.get("anne")).isEmpty();
                assertThat(restored.withEmail("anne@example.org")).isEmpty();
                assertThat(restored.get("bruno")).contains(bruno);

                List<ErasureReport> reports = restored.sealing.reapplyErasures(Town.CLERK);

                assertThat(reports).hasSize(1);
                assertThat(reports.get(0).owner()).isEqualTo(Town.ANNE);
                assertThat(reports.get(0).documents()).isEqualTo(Map.of("contact", 1L));
                assertThat(reports.get(0).complete()).isTrue();
                boolean left = restored.neo
                        .store()
                        .read(tx -> tx.documents(Contact.CONTACTS.stored(), Town.LAON)
                                .get("anne")
                                .isPresent());
                assertThat(left).isFalse();
                assertThat(restored.sealing.reapplyErasures(Town.CLERK)).isEmpty();
                assertThat(restored.get("bruno")).contains(bruno);
            }
        }
    }
}
