package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {

    @Test
    void theReadmeListsTheSettingsAsThePluginDeclaresThem() throws IOException {
        assertThat(Files.readAllLines(Path.of("README.md")).stream()
                        .dropWhile(line -> !line.equals("## Settings"))
                        .filter(line -> line.startsWith("| `"))
                        .takeWhile(line -> !line.startsWith("| `storage.")))
                .containsExactlyElementsOf(RocksDbSettings.DESCRIPTOR.settings().stream()
                        .map(setting -> "| `" + setting.name() + "` | `" + setting.defaultValue() + "` | "
                                + setting.description() + " |")
                        .toList());
    }
}
