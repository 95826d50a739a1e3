package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreLockTest {
    @TempDir
    private Path directory;

    /** Opens a store, says so, and holds it until it is killed; or says who has it. */
    static final class Opener {
        private Opener() {}

        public static void main(String... arguments) throws Exception {
            try (RocksDbStorage storage = Stores.open(Path.of(arguments[0]))) {
                System.out.println("open");
                Thread.sleep(Long.MAX_VALUE);
            } catch (StorageException e) {
                System.out.println(e.code() + " " + e.facts().get("holder"));
            }
        }
    }

    private String inAnotherJvm() throws Exception {
        try (ChildJvm child = ChildJvm.start(Opener.class, directory.toString())) {
            return String.valueOf(child.line());
        }
    }

    private static String self() {
        return "PID " + ProcessHandle.current().pid();
    }

    @Test
    void aSecondInstanceInTheSameJvmIsRefused() {
        try (RocksDbStorage first = Stores.open(directory)) {
            assertThat(refused(CoreError.STORAGE_LOCKED, () -> Stores.open(directory))
                            .facts())
                    .containsEntry("holder", self() + ", this JVM")
                    .containsEntry("location", directory.toString());
            new Notes(first).add(1);
        }
        try (RocksDbStorage later = Stores.open(directory)) {
            assertThat(new Notes(later).numbers()).containsExactly(1L);
        }
    }

    @Test
    void aSecondProcessIsRefusedAndToldWhoHoldsTheStore() throws Exception {
        try (RocksDbStorage first = Stores.open(directory)) {
            assertThat(first.info().durable()).isTrue();
            assertThat(inAnotherJvm()).isEqualTo("storage.locked " + self());
        }
        assertThat(inAnotherJvm()).isEqualTo("open");
    }

    @Test
    void aRefusedAttemptInTheSameJvmDoesNotLetOtherProcessesIn() throws Exception {
        try (RocksDbStorage first = Stores.open(directory)) {
            refused(CoreError.STORAGE_LOCKED, () -> Stores.open(directory));
            assertThat(first.info().durable()).isTrue();
            assertThat(inAnotherJvm()).startsWith("storage.locked");
        }
    }

    @Test
    void aHolderFileThatSomebodyRemovedLetsNobodyIn() throws Exception {
        try (RocksDbStorage first = Stores.open(directory)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                Files.delete(
                        directory.resolve("holder-" + ProcessHandle.current().pid()));
                assertThat(refused(CoreError.STORAGE_LOCKED, () -> Stores.open(directory))
                                .facts())
                        .containsEntry("holder", "this JVM");
                assertThat(inAnotherJvm()).startsWith("storage.locked");
                new Notes(first).add(attempt);
                Files.createFile(
                        directory.resolve("holder-" + ProcessHandle.current().pid()));
            }
        }
        try (RocksDbStorage later = Stores.open(directory)) {
            assertThat(new Notes(later).numbers()).containsExactly(0L, 1L);
        }
    }

    @Test
    void whoIsRefusedRemovesNobodysHolderFile() throws Exception {
        try (RocksDbStorage first = Stores.open(directory)) {
            assertThat(inAnotherJvm()).startsWith("storage.locked");
            assertThat(holderFiles())
                    .containsExactly("holder-" + ProcessHandle.current().pid());
            assertThat(first.info().durable()).isTrue();
        }
    }

    @Test
    void theLockOfAKilledProcessIsNoObstacle() throws Exception {
        try (ChildJvm child = ChildJvm.start(Opener.class, directory.toString())) {
            assertThat(child.line()).isEqualTo("open");
            assertThat(refused(CoreError.STORAGE_LOCKED, () -> Stores.open(directory))
                            .facts())
                    .containsEntry("holder", "PID " + child.pid());
            child.kill();
        }
        try (RocksDbStorage storage = Stores.open(directory)) {
            new Notes(storage).add(1);
            assertThat(holderFiles())
                    .containsExactly("holder-" + ProcessHandle.current().pid());
        }
        assertThat(holderFiles()).isEmpty();
    }

    private List<String> holderFiles() throws Exception {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("holder-"))
                    .toList();
        }
    }

    @Test
    void anAttemptThatFailsReleasesTheLock() throws Exception {
        Stores.open(directory).close();
        byte[] marker = Files.readAllBytes(directory.resolve("neo-store"));
        Files.writeString(directory.resolve("neo-store"), "gibberish");
        refused(CoreError.STORAGE_CORRUPT, () -> Stores.open(directory));
        refused(CoreError.STORAGE_CORRUPT, () -> Stores.open(directory));
        Files.write(directory.resolve("neo-store"), marker);
        Stores.open(directory).close();
        assertThat(inAnotherJvm()).isEqualTo("open");
    }
}
