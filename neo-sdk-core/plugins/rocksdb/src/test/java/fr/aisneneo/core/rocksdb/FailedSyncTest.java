package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The operating system fails one {@code fdatasync} of the log, and none before or after: strace puts the error in the
 * place of the call. An engine that tried again would succeed, and would acknowledge what may not be on the disk.
 */
@Tag("heavy")
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class FailedSyncTest {
    /** The writer's own syncs are counted: those of opening, then one for each commit. */
    private static final int FAILING = 40;

    @TempDir
    private Path root;

    /** Writes until it is refused, and tells what is possible then. */
    static final class Writer {
        private Writer() {}

        public static void main(String... arguments) {
            long acknowledged = 0;
            try (RocksDbStorage storage = Stores.open(Path.of(arguments[0]))) {
                Notes notes = new Notes(storage);
                try {
                    while (acknowledged < 10 * FAILING) {
                        notes.add(acknowledged + 1);
                        acknowledged++;
                    }
                } catch (StorageException e) {
                    System.out.println("write " + e.code() + " " + e.facts());
                }
                for (int again = 0; again < 3; again++) {
                    try {
                        notes.add(1_000 + again);
                        System.out.println("wrote again");
                    } catch (StorageException e) {
                        System.out.println("again " + e.code());
                    }
                }
                System.out.println("read " + (notes.numbers().size() - acknowledged));
                try {
                    storage.checkpoint(Path.of(arguments[0] + "-copy"));
                    System.out.println("copied");
                } catch (StorageException e) {
                    System.out.println("copy " + e.code());
                }
            }
            System.out.println("acknowledged " + acknowledged);
        }
    }

    @Test
    void aSyncThatFailsOnceEndsWritingAndIsNotTriedAgain() throws Exception {
        List<String> failing = List.of(
                "strace",
                "-f",
                "-qq",
                "--seccomp-bpf",
                "-o",
                "/dev/null",
                "-e",
                "trace=fdatasync",
                "-e",
                "inject=fdatasync:error=EIO:when=" + FAILING);
        Assumptions.assumeTrue(
                ChildCommand.works(failing), "Skipped: the error is put in place by strace, which may trace");
        Path store = root.resolve("store");
        try (ChildJvm child =
                ChildCommand.of(Writer.class, store.toString()).behind(failing).start()) {
            List<String> lines = child.lines();
            assertThat(child.end()).as("%s", lines).isZero();
            assertThat(lines).hasSize(7);
            assertThat(lines.get(0)).startsWith("write storage.failed").containsIgnoringCase("input/output error");
            assertThat(lines.subList(1, 4)).containsOnly("again storage.failed");
            assertThat(lines.subList(4, 6))
                    .as("readers see what was acknowledged and nothing else")
                    .containsExactly("read 0", "copy storage.failed");
            long acknowledged = Long.parseLong(lines.get(6).substring("acknowledged ".length()));
            assertThat(acknowledged).isBetween(1L, (long) FAILING);
            try (RocksDbStorage storage = Stores.open(store)) {
                Notes notes = new Notes(storage);
                assertThat(notes.numbers().size() - acknowledged)
                        .as("all that was acknowledged, and at most the one whose sync failed")
                        .isBetween(0L, 1L);
                notes.add(2_000);
            }
        }
    }
}
