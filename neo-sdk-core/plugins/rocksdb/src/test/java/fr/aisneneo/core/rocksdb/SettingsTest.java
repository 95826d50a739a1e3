package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.storage.spi.StoragePlugin;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {
    @TempDir
    private Path root;

    @ParameterizedTest
    @CsvSource({
        "cache-megabytes,7",
        "cache-megabytes,65537",
        "cache-megabytes,lots",
        "write-buffer-megabytes,0",
        "write-buffer-megabytes,9999999999",
        "background-jobs,1",
        "background-jobs,65",
        "compression,brotli",
        "sync,maybe",
        "verify-on-open,1",
        "writer-wait,10",
        "writer-wait,-PT1S",
        "cache,64"
    })
    void aWrongSettingIsNamedBeforeAnythingIsMade(String setting, String value) {
        assertThat(refused(CoreError.PLUGIN_SETTING, () -> Stores.open(root.resolve("store"), Map.of(setting, value)))
                        .facts())
                .containsEntry("id", "rocksdb")
                .containsEntry("setting", setting);
        assertThat(Files.exists(root.resolve("store"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "lz4", "zstd"})
    void everyCompressionIsInTheLibraryAndReadsTheOthers(String compression) {
        for (String setting : new String[] {compression, "none", "zstd"}) {
            try (RocksDbStorage storage = Stores.open(root, Map.of("compression", setting))) {
                Notes notes = new Notes(storage);
                int before = notes.numbers().size();
                notes.addAll(before + 1L, before + 1_000L);
                storage.checkpoint(root.resolve("copy-" + before));
                assertThat(notes.numbers()).hasSize(before + 1_000);
            }
        }
    }

    @Test
    void aStoreThatDoesNotSyncSaysSo() {
        Map<String, String> unsynced = Map.of("sync", "false");
        try (RocksDbStorage storage = Stores.open(root, unsynced)) {
            assertThat(storage.info().durable()).isFalse();
            new Notes(storage).addEach(1, 10);
        }
        try (RocksDbStorage storage = Stores.open(root)) {
            assertThat(storage.info().durable()).isTrue();
            assertThat(new Notes(storage).numbers()).hasSize(10);
        }
    }

    @Test
    void theModuleProvidesThePlugin() {
        Module module = RocksDbStoragePlugin.class.getModule();
        Assumptions.assumeTrue(module.isNamed(), "needs the module path");
        assertThat(module.getDescriptor().provides()).anySatisfy(provides -> {
            assertThat(provides.service()).isEqualTo(StoragePlugin.class.getName());
            assertThat(provides.providers()).containsExactly(RocksDbStoragePlugin.class.getName());
        });
    }

    @Test
    @Tag("classpath")
    void theServiceLoaderFindsThePluginOnTheClassPath() {
        assertThat(ServiceLoader.load(StoragePlugin.class))
                .extracting(plugin -> plugin.descriptor().id())
                .contains("rocksdb");
    }
}
