package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A native library forgives nothing: what is used after its release ends the whole process. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ClosingTest {
    @TempDir
    private Path root;

    private final AtomicLong copies = new AtomicLong();

    @Test
    @Tag("heavy")
    void closingInTheMiddleOfEverythingHarmsNobody() throws Exception {
        ExecutorService crowd = Executors.newCachedThreadPool();
        try {
            for (int round = 0; round < 15; round++) {
                closeUnderLoad(crowd, root.resolve("store-" + round));
            }
        } finally {
            crowd.shutdownNow();
        }
    }

    private void closeUnderLoad(ExecutorService crowd, Path directory) throws Exception {
        RocksDbStorage storage = Stores.open(directory, Map.of("write-buffer-megabytes", "1", "writer-wait", "PT1S"));
        Notes notes = new Notes(storage);
        notes.addAll(1, 1_000);
        AtomicLong numbers = new AtomicLong(1_000);
        AtomicLong acknowledged = new AtomicLong(1_000);
        CountDownLatch busy = new CountDownLatch(9);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            all.add(crowd.submit(() -> untilClosed(busy, () -> {
                notes.add(numbers.incrementAndGet());
                acknowledged.incrementAndGet();
            })));
            all.add(crowd.submit(() -> untilClosed(busy, notes::numbers)));
        }
        all.add(crowd.submit(() ->
                untilClosed(busy, () -> storage.checkpoint(root.resolve("copy-" + copies.incrementAndGet())))));
        busy.await();
        storage.close();
        for (Future<?> one : all) {
            one.get();
        }
        try (RocksDbStorage again = Stores.open(directory)) {
            assertThat(new Notes(again).numbers()).hasSizeGreaterThanOrEqualTo((int) acknowledged.get());
        }
    }

    private static void untilClosed(CountDownLatch busy, Runnable work) {
        try {
            while (true) {
                work.run();
                busy.countDown();
            }
        } catch (StorageException e) {
            assertThat(e.errorCode()).as("%s", e).isIn(CoreError.STORAGE_CLOSED, CoreError.STORAGE_BUSY);
        }
    }

    @Test
    void aStoreWithAThreadInsideACallIsLeftAloneUntilItIsOut() throws Exception {
        RocksDbStorage storage = Stores.open(root.resolve("store"), Map.of("writer-wait", "PT0.05S"));
        Notes notes = new Notes(storage);
        ExecutorService crowd = Executors.newCachedThreadPool();
        Future<?> writer;
        storage.sync.device.lock();
        try {
            writer = crowd.submit(() -> notes.add(1));
            while (storage.written() == 0) {
                Thread.onSpinWait();
            }
            refused(CoreError.STORAGE_BUSY, storage::close);
            refused(CoreError.STORAGE_CLOSED, notes::beginWrite);
        } finally {
            storage.sync.device.unlock();
        }
        writer.get();
        crowd.shutdown();
        storage.close();
        try (RocksDbStorage again = Stores.open(root.resolve("store"))) {
            assertThat(new Notes(again).numbers()).containsExactly(1L);
        }
    }

    @Test
    void noFileStaysOpen() throws IOException {
        Path descriptors = Path.of("/proc/self/fd");
        Assumptions.assumeTrue(Files.isDirectory(descriptors), "needs Linux");
        for (int i = 0; i < 3; i++) {
            try (RocksDbStorage storage = Stores.open(root.resolve("store"), Stores.SMALL)) {
                new Notes(storage, 4_000).addAll(i * 1_000L, i * 1_000L + 999);
                assertThat(openBelow(descriptors, root)).isNotEmpty();
            }
            refused(CoreError.STORAGE_CORRUPT, () -> {
                Path copy = Stores.crashImage(root.resolve("store"), Files.createTempDirectory(root, "copy"));
                Files.delete(copy.resolve("acknowledged"));
                Stores.open(copy);
            });
        }
        assertThat(openBelow(descriptors, root)).isEmpty();
    }

    private static List<Path> openBelow(Path descriptors, Path directory) throws IOException {
        List<Path> open = new ArrayList<>();
        try (Stream<Path> files = Files.list(descriptors)) {
            for (Path file : files.toList()) {
                if (Files.isSymbolicLink(file)) {
                    Path target = Files.readSymbolicLink(file);
                    if (target.startsWith(directory.toRealPath())) {
                        open.add(target);
                    }
                }
            }
        }
        return open;
    }

    @Test
    void versionsGoOnAfterReopening() {
        long last;
        try (RocksDbStorage storage = Stores.open(root.resolve("store"))) {
            new Notes(storage).addEach(1, 3);
            last = storage.written();
        }
        try (RocksDbStorage storage = Stores.open(root.resolve("store"))) {
            assertThat(storage.written()).isEqualTo(last);
            new Notes(storage).add(4);
            assertThat(storage.written()).isEqualTo(last + 1);
        }
    }
}
