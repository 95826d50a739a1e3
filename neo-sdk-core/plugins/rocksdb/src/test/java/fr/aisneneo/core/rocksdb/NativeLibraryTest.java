package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.PluginException;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class NativeLibraryTest {
    @TempDir
    private Path root;

    /** Opens a store, twice, and tells what happened. */
    static final class Opener {
        private Opener() {}

        public static void main(String... arguments) {
            for (int i = 0; i < 2; i++) {
                try (RocksDbStorage storage = Stores.open(Path.of(arguments[0]))) {
                    System.out.println("open " + storage.info().engine());
                } catch (PluginException e) {
                    System.out.println(e.code() + " " + e.facts().get("directory"));
                    System.out.println(e.message(Locale.FRENCH));
                }
            }
        }
    }

    private List<String> open(Map<String, String> environment, List<String> options) throws Exception {
        try (ChildJvm child = ChildCommand.of(
                        Opener.class, root.resolve("store").toString())
                .in(environment)
                .with(options)
                .start()) {
            List<String> lines = child.lines();
            assertThat(child.end()).isZero();
            return lines;
        }
    }

    @Test
    void aTemporaryDirectoryThatCannotBeUsedIsNamedWithTheRemedy() throws Exception {
        Path nowhere = root.resolve("nowhere");
        List<String> lines = open(Map.of(), List.of("-Djava.io.tmpdir=" + nowhere));
        assertThat(lines).hasSize(4);
        for (int i = 0; i < 4; i += 2) {
            assertThat(lines.get(i)).isEqualTo("rocksdb.library " + nowhere);
            assertThat(lines.get(i + 1)).contains("ROCKSDB_SHAREDLIB_DIR", "noexec");
        }
        assertThat(Files.exists(root.resolve("store"))).isFalse();
    }

    @Test
    void theDirectoryCanBeGivenByTheEnvironment() throws Exception {
        Path libraries = Files.createDirectory(root.resolve("libraries"));
        List<String> lines =
                open(Map.of("ROCKSDB_SHAREDLIB_DIR", libraries.toString()), List.of("-Djava.io.tmpdir=/nowhere"));
        assertThat(lines).containsExactly("open rocksdb", "open rocksdb");
        assertThat(left(libraries)).isEmpty();
    }

    private static List<Path> left(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
