package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Files cannot grow any more: a store says so, stops writing, and loses nothing that it acknowledged. */
interface FullDisk extends DurableContract {
    @Test
    default void aFullDiskIsNamedAndLosesNothingAcknowledged() {
        long limit = fileSizeLimit()
                .orElseGet(
                        () -> Assumptions.abort("Skipped: fileSizeLimit says that this engine does not write files"));
        Assumptions.assumeTrue(
                Files.isExecutable(Path.of("/bin/sh")), "Skipped: files are kept from growing with ulimit in /bin/sh");
        Path directory = newDirectory();
        long acknowledged = 0;
        List<String> end;
        // POSIX counts in blocks of 512 bytes.
        List<String> limited =
                List.of("/bin/sh", "-c", "ulimit -S -f \"$0\" && exec \"$@\"", Long.toString(limit / 512));
        try (ChildJvm child = ChildJvm.start(limited, this, ChildMain.Job.FILL, directory, limit)) {
            String report = child.expectNext();
            for (; report.startsWith("WROTE "); report = child.expectNext()) {
                acknowledged = Long.parseLong(report.substring("WROTE ".length()));
            }
            assertThat(report)
                    .as("the write that met the limit after %s (noise: %s)", acknowledged, child.noise())
                    .isIn("FAILED storage.full", "FAILED storage.failed");
            giveRoomAgain(child.pid());
            child.tell();
            end = child.rest();
        }
        assertThat(end).hasSize(3);
        assertThat(end.get(0)).as("a later write").isIn("THEN storage.full", "THEN storage.failed");
        assertThat(end.get(1))
                .as("a later read")
                .isIn("READ " + acknowledged, "READ storage.full", "READ storage.failed");
        assertThat(end.get(2)).isEqualTo("CLOSED");
        expectAcknowledged(directory, acknowledged);
    }

    /**
     * Lifts the limit where the system can do that from outside: a store that went on behind half a record, now that it
     * could, would lose what it acknowledges from then on.
     */
    private static void giveRoomAgain(long pid) {
        Path prlimit = Path.of("/usr/bin/prlimit");
        if (Files.isExecutable(prlimit)) {
            try {
                Process lifting = new ProcessBuilder(
                                prlimit.toString(), "--pid", Long.toString(pid), "--fsize=unlimited:unlimited")
                        .inheritIO()
                        .start();
                assertThat(lifting.waitFor(Peer.PATIENCE_SECONDS, TimeUnit.SECONDS))
                        .isTrue();
            } catch (IOException e) {
                throw new IllegalStateException("prlimit does not run", e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError("Interrupted while waiting for prlimit", e);
            }
        }
    }

    private void expectAcknowledged(Path directory, long acknowledged) {
        try (Storage storage = openWithSamples(directory)) {
            Space space = new Space(storage, Ledger.TENANT);
            long written = space.read(tx -> Ledger.count(tx, Ledger.ALL));
            assertThat(written).isBetween(acknowledged, acknowledged + 1);
            space.reading(tx -> {
                assertThat(tx.pages(Scan.ofIds(PACKED).first(50))).hasSize((int) written);
                for (long number = 1; number <= written; number++) {
                    assertThat(tx.get(PACKED, "fill-" + number).body()).isEqualTo(Filling.content(number));
                }
            });
            space.writing(tx -> tx.insert(PLAIN, Bodies.plain("again", 1)));
        }
    }
}
