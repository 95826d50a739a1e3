package fr.aisneneo.core.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyStoreChoiceTest {
    @TempDir
    private Path folder;

    @Test
    void aUriNamesTheKeyStore() {
        Path keys = folder.resolve("keys");
        try (Neo neo = Neo.open("memory:")) {
            try (Sealing sealing = Sealing.open(neo, "file:" + keys)) {
                sealing.declare(Contact.CONTACTS);
                sealing.prepare(Town.LAON, Town.ANNE, Contact.CONTACTS);
                assertThat(keys).isDirectory();
            }
            // It was closed with its owner, so that another may have the directory.
            FileKeyStore.open(keys).close();
            assertThat(Files.exists(keys.resolve("keys"))).isTrue();
        }
        try (Neo neo = Neo.open("memory:");
                Sealing sealing = Sealing.open(neo, "memory:")) {
            sealing.prepare(Town.LAON, Town.ANNE, Contact.CONTACTS);
        }
    }

    @Test
    void whatNamesNoKeyStoreIsRefused() {
        try (Neo neo = Neo.open("memory:")) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Sealing.open(neo, "KEYS:very-secret"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.uri"))
                    .withMessageNotContaining("very-secret");
            assertThatExceptionOfType(PluginException.class)
                    .isThrownBy(() -> Sealing.open(neo, "vault:laon"))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("plugin.unknown"))
                    .withMessageContaining("file");
        }
    }

    @Test
    void anotherKeyStoreIsNotTakenForTheRightOne() {
        MemoryKeyStore right = new MemoryKeyStore();
        MemoryKeyStore other = new MemoryKeyStore();
        try (Neo neo = Neo.open("memory:")) {
            Sealing.of(neo, right);
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> Sealing.of(neo, other))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.other"))
                    .satisfies(e -> assertThat(e.facts())
                            .containsEntry("expected", right.id())
                            .containsEntry("found", other.id()));
            Sealing.of(neo, right);
        }
    }

    @Test
    void aKeyStoreThatCannotBeOpenedClosesNothingElseAndSaysWhy() throws java.io.IOException {
        Path file = Files.createFile(folder.resolve("file"));
        try (Neo neo = Neo.open("memory:")) {
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> Sealing.open(neo, "file:" + file))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.unusable"))
                    .satisfies(e -> assertThat(e.errorCode().text(Locale.FRENCH, e.facts()))
                            .contains(file.toString()));
            Sealing.open(neo, "file:" + folder.resolve("keys")).close();
        }
    }
}
