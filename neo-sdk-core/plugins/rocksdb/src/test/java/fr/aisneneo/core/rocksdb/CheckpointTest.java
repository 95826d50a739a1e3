package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CheckpointTest {
    @TempDir
    private Path root;

    private RocksDbStorage storage;
    private Notes notes;

    @BeforeEach
    void openStore() {
        storage = Stores.open(root.resolve("store"), Stores.SMALL);
        notes = new Notes(storage);
    }

    @AfterEach
    void closeStore() {
        storage.close();
    }

    private static List<Long> contents(Path store) {
        try (RocksDbStorage copy = Stores.open(store)) {
            return new Notes(copy).numbers();
        }
    }

    @Test
    void aCopyHoldsWhatTheStoreHeldAndBothGoOnAlone() {
        notes.addEach(1, 20);
        Path copy = root.resolve("back ups/of été");
        storage.checkpoint(copy);
        notes.add(21);
        assertThat(contents(copy)).hasSize(20);
        try (RocksDbStorage other = Stores.open(copy)) {
            new Notes(other).add(100);
        }
        assertThat(contents(copy)).hasSize(21).contains(100L);
        assertThat(notes.numbers()).hasSize(21).doesNotContain(100L);
    }

    @Test
    void anEmptyStoreCanBeCopied() {
        storage.checkpoint(root.resolve("copy"));
        assertThat(contents(root.resolve("copy"))).isEmpty();
    }

    @Test
    void aCopyOfACopyOfAReopenedStoreIsWhole() {
        notes.addEach(1, 5);
        storage.checkpoint(root.resolve("copy"));
        storage.close();
        try (RocksDbStorage copy = Stores.open(root.resolve("copy"))) {
            copy.checkpoint(root.resolve("second"));
        }
        assertThat(contents(root.resolve("second"))).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void writersGoOnMeanwhileAndNoTransactionIsHalfInTheCopy() throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        AtomicLong next = new AtomicLong();
        AtomicLong acknowledged = new AtomicLong();
        ExecutorService crowd = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> writers = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                writers.add(crowd.submit(() -> {
                    while (!stop.get()) {
                        long pair = next.getAndIncrement();
                        notes.addAll(2 * pair, 2 * pair + 1);
                        acknowledged.incrementAndGet();
                    }
                }));
            }
            for (int copy = 0; copy < 5; copy++) {
                long before = acknowledged.get();
                storage.checkpoint(root.resolve("copy-" + copy));
                List<Long> numbers = contents(root.resolve("copy-" + copy));
                assertThat(numbers).hasSizeGreaterThanOrEqualTo((int) (2 * before));
                assertThat(numbers).allMatch(number -> numbers.contains(number ^ 1));
            }
            stop.set(true);
            for (Future<?> writer : writers) {
                writer.get();
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    @Test
    void anInterruptionAfterTheCopyIsInPlaceWaitsUntilItsNameIsDurable() throws IOException {
        Thread.currentThread().interrupt();
        try {
            StoreDirectory.syncUninterrupted(root);
        } finally {
            assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        }
    }

    @Test
    void whatExistsIsNotOverwritten() throws IOException {
        notes.add(1);
        Path empty = Files.createDirectory(root.resolve("empty"));
        Path file = Files.writeString(root.resolve("file"), "text");
        refused(RocksDbError.CHECKPOINT_EXISTS, () -> storage.checkpoint(empty));
        refused(RocksDbError.CHECKPOINT_EXISTS, () -> storage.checkpoint(file));
        refused(RocksDbError.CHECKPOINT_EXISTS, () -> storage.checkpoint(root.resolve("store")));
        assertThat(file).hasContent("text");
        assertThat(empty).isEmptyDirectory();
    }

    @Test
    void aCopyThatFailsLeavesNothingAndTheStoreGoesOn() throws IOException {
        notes.add(1);
        Path file = Files.writeString(root.resolve("file"), "text");
        refused(RocksDbError.CHECKPOINT_FAILED, () -> storage.checkpoint(file.resolve("copy")));
        notes.add(2);
        assertThat(notes.numbers()).containsExactly(1L, 2L);
        try (Stream<Path> files = Files.list(root)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("store", "file");
        }
    }

    @Test
    void aClosedStoreIsNotCopied() {
        storage.close();
        refused(CoreError.STORAGE_CLOSED, () -> storage.checkpoint(root.resolve("copy")));
        assertThat(Files.exists(root.resolve("copy"))).isFalse();
    }
}
