package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A medium that takes no more, by real means: a limit on the size of files, and a file system of some megabytes. */
@Tag("heavy")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FullDiskTest {
    private static final int BODY_BYTES = 100_000;
    private static final Map<String, String> LARGE_BUFFER = Map.of("write-buffer-megabytes", "200");

    @TempDir
    private Path root;

    /** Writes until it is refused, tells what is then still possible, and looks again after there is space. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) throws IOException {
            Path store = Path.of(arguments[0]);
            // Opening again needs room to write what is in the log to a table.
            Path ballast = store.resolveSibling("ballast");
            if (arguments.length > 1) {
                Files.write(ballast, new byte[40 << 20]);
            }
            long acknowledged = 0;
            try (RocksDbStorage storage = Stores.open(store, LARGE_BUFFER)) {
                Notes notes = new Notes(storage, BODY_BYTES);
                try {
                    while (true) {
                        notes.add(acknowledged + 1);
                        acknowledged++;
                    }
                } catch (StorageException e) {
                    System.out.println("write " + e.code());
                }
                for (int i = 0; i < 2; i++) {
                    try {
                        notes.beginWrite().rollback();
                        System.out.println("a writer began");
                    } catch (StorageException e) {
                        System.out.println("again " + e.code());
                    }
                }
                System.out.println("read " + (notes.numbers().size() == acknowledged));
            }
            System.out.println("acknowledged " + acknowledged);
            if (arguments.length > 1) {
                Files.delete(ballast);
                try (RocksDbStorage storage = Stores.open(store, LARGE_BUFFER)) {
                    Notes notes = new Notes(storage, BODY_BYTES);
                    int found = notes.numbers().size();
                    notes.add(1_000_000);
                    System.out.println("reopened " + (found - acknowledged));
                }
            }
        }
    }

    private static void expectStop(List<String> lines) {
        assertThat(lines)
                .startsWith("write storage.full", "again storage.full", "again storage.full", "read true")
                .element(4)
                .asString()
                .startsWith("acknowledged ");
    }

    @Test
    void aFileThatMayNotGrowStopsWritingAndNothingAcknowledgedIsLost() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "needs a shell");
        Path store = root.resolve("store");
        // The native library has to fit in too when it is unpacked.
        List<String> limited = List.of("/bin/sh", "-c", "ulimit -f 51200 && exec \"$@\"", "sh");
        try (ChildJvm child = ChildCommand.of(Writer.class, store.toString())
                .behind(limited)
                .with(List.of("-Xshare:auto"))
                .start()) {
            List<String> lines = child.lines();
            assertThat(child.end()).isZero();
            expectStop(lines);
            long acknowledged = Long.parseLong(lines.get(4).substring("acknowledged ".length()));
            assertThat(acknowledged).isPositive();
            try (RocksDbStorage storage = Stores.open(store)) {
                assertThat(new Notes(storage, BODY_BYTES).numbers()).hasSizeGreaterThanOrEqualTo((int) acknowledged);
            }
        }
    }

    private static List<String> and(List<String> command, List<String> more) {
        return Stream.concat(command.stream(), more.stream()).toList();
    }

    @Test
    void aFileSystemWithoutSpaceStopsWritingUntilThereIsSome() throws Exception {
        Path mount = Files.createDirectory(root.resolve("small"));
        String script = "mount -t tmpfs -o size=60m none \"$0\" && exec \"$@\"";
        List<String> mounting = List.of("/bin/sh", "-c", script, mount.toString());
        // In a name space of its own: as root, or as anybody where the system lets users have one.
        List<String> apart = List.of("unshare", "-m");
        if (!ChildCommand.works(and(apart, mounting))) {
            apart = List.of("unshare", "-r", "-m");
        }
        Assumptions.assumeTrue(ChildCommand.works(and(apart, mounting)), "needs root, or user name spaces");
        try (ChildJvm child = ChildCommand.of(
                        Writer.class, mount.resolve("store").toString(), "ballast")
                .behind(and(apart, mounting))
                .start()) {
            List<String> lines = child.lines();
            assertThat(child.end()).isZero();
            expectStop(lines);
            assertThat(lines.get(5)).matches("reopened [01]");
        }
    }
}
