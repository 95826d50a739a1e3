package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.KeyProcess.DOOMED;
import static fr.aisneneo.core.sealing.tck.KeyProcess.OWN;
import static fr.aisneneo.core.sealing.tck.KeyProcess.SHARED;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.file.FileKeyStore;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two processes that use one directory of keys at once. */
class TwoProcessesTest {
    @TempDir
    private Path folder;

    @Test
    void noKeyIsLostOrMadeTwiceAndWhatOneDestroysIsGoneForTheOther() throws IOException {
        Path directory = folder.resolve("keys");
        Map<String, String> made = new HashMap<>();
        try (ChildJvm one = ChildJvm.start(KeyProcess.class, directory.toString(), "1");
                ChildJvm other = ChildJvm.start(KeyProcess.class, directory.toString(), "2")) {
            // Both make the directory, whoever comes first.
            one.linesBefore("done");
            other.linesBefore("done");

            one.tell("obtain");
            other.tell("obtain");
            for (ChildJvm process : List.of(one, other)) {
                for (String line : process.linesBefore("done")) {
                    String[] parts = line.split(" ", -1);
                    String before = made.putIfAbsent(parts[0], parts[1]);
                    assertThat(parts[1]).as("key of %s", parts[0]).isEqualTo(before == null ? parts[1] : before);
                }
            }
            assertThat(made).hasSize(SHARED + 2 * OWN);
            assertThat(new HashSet<>(made.values())).as("keys of their own").hasSize(made.size());

            other.tell("use");
            one.tell("destroy");
            assertThat(one.linesBefore("done")).hasSize(DOOMED).containsOnly("[contact]");
            assertThat(other.linesBefore("done"))
                    .as("what should not have been")
                    .isEmpty();

            for (ChildJvm process : List.of(one, other)) {
                process.tell("tell");
                List<String> lines = process.linesBefore("done");
                assertThat(lines).hasSize(SHARED + OWN + 1).contains("destroyed " + DOOMED);
                for (String line : lines.subList(0, lines.size() - 1)) {
                    String[] parts = line.split(" ", -1);
                    assertThat(parts[1]).as("key of %s", parts[0]).isEqualTo(expected(parts[0], made));
                }
            }
        }
        try (KeyStore keys = FileKeyStore.open(directory)) {
            made.keySet()
                    .forEach(number -> assertThat(KeyProcess.text(keys.find(KeyProcess.name(Integer.parseInt(number)))))
                            .as("key of %s", number)
                            .isEqualTo(expected(number, made)));
            assertThat(keys.destroyedCount()).isEqualTo(DOOMED);
        }
    }

    private static String expected(String number, Map<String, String> made) {
        return Integer.parseInt(number) <= DOOMED ? "Destroyed" : made.getOrDefault(number, "");
    }
}
