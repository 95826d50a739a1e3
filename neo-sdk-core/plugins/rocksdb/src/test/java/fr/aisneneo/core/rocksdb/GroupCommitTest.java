package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.rocksdb.Statistics;
import org.rocksdb.TickerType;

/** Syncs as RocksDB counts them, while the device is held so that the order of things is certain. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupCommitTest {
    private static final int WRITERS = 32;

    @TempDir
    private Path directory;

    private final ExecutorService crowd = Executors.newCachedThreadPool();

    @AfterEach
    void endCrowd() {
        crowd.shutdownNow();
    }

    private List<Future<?>> startWriters(RocksDbStorage storage, Notes notes) {
        List<Future<?>> writers = new ArrayList<>();
        for (int i = 1; i <= WRITERS; i++) {
            int number = i;
            writers.add(crowd.submit(() -> notes.add(number)));
        }
        while (storage.written() < WRITERS) {
            Thread.onSpinWait();
        }
        return writers;
    }

    @Test
    void waitingWritersShareOneSync() throws Exception {
        NativeLibrary.load();
        try (Statistics statistics = new Statistics();
                RocksDbStorage storage = Stores.openCounting(directory.resolve("store"), statistics)) {
            Notes notes = new Notes(storage);
            long before = statistics.getTickerCount(TickerType.WAL_FILE_SYNCED);
            List<Future<?>> writers;
            storage.sync.device.lock();
            try {
                writers = startWriters(storage, notes);
            } finally {
                storage.sync.device.unlock();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(statistics.getTickerCount(TickerType.WAL_FILE_SYNCED) - before)
                    .isEqualTo(1);
            assertThat(notes.numbers()).hasSize(WRITERS);
        }
    }

    @Test
    void eachCommitOfALoneWriterIsSynced() {
        NativeLibrary.load();
        try (Statistics statistics = new Statistics();
                RocksDbStorage storage = Stores.openCounting(directory.resolve("store"), statistics)) {
            Notes notes = new Notes(storage);
            long before = statistics.getTickerCount(TickerType.WAL_FILE_SYNCED);
            notes.addEach(1, 10);
            assertThat(statistics.getTickerCount(TickerType.WAL_FILE_SYNCED) - before)
                    .isEqualTo(10);
        }
    }

    @Test
    void readersNeverSeeWhatIsNotSynced() throws Exception {
        try (RocksDbStorage storage = Stores.open(directory.resolve("store"))) {
            Notes notes = new Notes(storage);
            List<Future<?>> writers;
            storage.sync.device.lock();
            try {
                writers = startWriters(storage, notes);
                assertThat(notes.numbers()).isEmpty();
                assertThat(writers).noneMatch(Future::isDone);
            } finally {
                storage.sync.device.unlock();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(notes.numbers()).hasSize(WRITERS);
        }
    }

    @Test
    void aWriterThatOnlySawWhatIsNotSyncedWaitsForItToo() throws Exception {
        try (RocksDbStorage storage = Stores.open(directory.resolve("store"))) {
            Notes notes = new Notes(storage);
            AtomicBoolean synced = new AtomicBoolean();
            CountDownLatch looked = new CountDownLatch(2);
            List<Future<Boolean>> seers = new ArrayList<>();
            storage.sync.device.lock();
            try {
                startWriters(storage, notes);
                for (boolean commits : new boolean[] {true, false}) {
                    seers.add(crowd.submit(() -> look(notes, commits, looked) && synced.get()));
                }
                looked.await();
                assertThat(seers).noneMatch(Future::isDone);
                synced.set(true);
            } finally {
                storage.sync.device.unlock();
            }
            for (Future<Boolean> seer : seers) {
                assertThat(seer.get()).isTrue();
            }
        }
    }

    private static boolean look(Notes notes, boolean commits, CountDownLatch looked) {
        StorageTransaction transaction = notes.beginWrite();
        boolean seen = Notes.has(transaction, WRITERS);
        looked.countDown();
        if (commits) {
            transaction.commit();
        } else {
            transaction.rollback();
        }
        return seen;
    }

    @Test
    void aReaderKeepsItsStateWhileOthersComeAndGo() {
        try (RocksDbStorage storage = Stores.open(directory.resolve("store"))) {
            Notes notes = new Notes(storage);
            notes.add(1);
            StorageTransaction early = storage.beginRead();
            notes.addEach(2, 50);
            StorageTransaction late = storage.beginRead();
            assertThat(Notes.has(early, 1)).isTrue();
            assertThat(Notes.has(early, 2)).isFalse();
            assertThat(Notes.has(late, 50)).isTrue();
            early.rollback();
            assertThat(Notes.has(late, 50)).isTrue();
            late.rollback();
        }
    }
}
