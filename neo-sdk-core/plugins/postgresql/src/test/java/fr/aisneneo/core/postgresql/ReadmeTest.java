package fr.aisneneo.core.postgresql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    private static List<String> rows(String title) throws IOException {
        return Files.readAllLines(Path.of("README.md")).stream()
                .dropWhile(line -> !line.equals("## " + title))
                .skip(1)
                .takeWhile(line -> !line.startsWith("## "))
                .filter(line -> line.startsWith("| `"))
                .toList();
    }

    @Test
    void theReadmeListsTheSettingsAsThePluginDeclaresThem() throws IOException {
        assertThat(rows("Settings"))
                .containsExactlyElementsOf(PostgresqlSettings.DESCRIPTOR.settings().stream()
                        .map(setting -> "| `" + setting.name() + "` | "
                                + (setting.defaultValue().isEmpty() ? "" : "`" + setting.defaultValue() + "`") + " | "
                                + setting.description() + " |")
                        .toList());
    }

    @Test
    void theReadmeListsEveryCodeOfTheEngine() throws IOException {
        assertThat(rows("What it refuses"))
                .filteredOn(row -> row.startsWith("| `postgresql."))
                .extracting(row -> row.split("`", 3)[1])
                .containsExactlyInAnyOrderElementsOf(Arrays.stream(PostgresqlError.values())
                        .map(PostgresqlError::code)
                        .toList());
    }
}
