package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GroupSyncTest {
    private final AtomicLong written = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private final GroupSync sync = new GroupSync(() -> {
        long upTo = written.get();
        rounds.incrementAndGet();
        return upTo;
    });

    @Test
    void whatWasDurableBeforeNeedsNoSync() {
        sync.startAt(7);
        sync.await(7);
        assertThat(rounds).hasValue(0);
    }

    @Test
    void aLoneWriterSyncsForItself() {
        for (long commit = 1; commit <= 5; commit++) {
            written.set(commit);
            sync.await(commit);
            assertThat(sync.durable()).isEqualTo(commit);
        }
        assertThat(rounds).hasValue(5);
    }

    @Test
    void writersThatGatherDuringASyncShareTheNextOne() throws Exception {
        ExecutorService crowd = Executors.newCachedThreadPool();
        List<Future<?>> waiting = new ArrayList<>();
        sync.device.lock();
        try {
            for (int i = 0; i < 20; i++) {
                waiting.add(crowd.submit(() -> sync.await(written.incrementAndGet())));
            }
            while (written.get() < 20) {
                Thread.onSpinWait();
            }
        } finally {
            sync.device.unlock();
        }
        for (Future<?> writer : waiting) {
            writer.get();
        }
        crowd.shutdown();
        assertThat(crowd.awaitTermination(90, TimeUnit.SECONDS)).isTrue();
        assertThat(rounds).as("whoever comes later finds its commit covered").hasValue(1);
    }

    @Test
    void nobodyWaitsForEverUnderLoad() throws Exception {
        int threads = 16;
        int each = 500;
        ExecutorService crowd = Executors.newFixedThreadPool(threads);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            all.add(crowd.submit(() -> {
                for (int j = 0; j < each; j++) {
                    long mine = written.incrementAndGet();
                    sync.await(mine);
                    assertThat(sync.durable()).isGreaterThanOrEqualTo(mine);
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        crowd.shutdown();
        assertThat(rounds.get()).isBetween(1, threads * each);
    }

    @Test
    void aFailedSyncIsNotTriedAgainAndEveryLaterWriterIsTold() {
        AtomicInteger tries = new AtomicInteger();
        GroupSync failing = new GroupSync(() -> {
            tries.incrementAndGet();
            throw new StorageException(CoreError.STORAGE_FULL, Map.of("location", "here"));
        });
        failing.startAt(3);
        refused(CoreError.STORAGE_FULL, () -> failing.await(4));
        refused(CoreError.STORAGE_FULL, () -> failing.await(5));
        refused(CoreError.STORAGE_FULL, failing::check);
        assertThat(tries).hasValue(1);
        failing.await(3);
        assertThat(failing.durable()).isEqualTo(3);
    }

    @Test
    void anUnforeseenErrorEndsWritingToo() {
        GroupSync failing = new GroupSync(() -> {
            throw new OutOfMemoryError("simulated");
        });
        assertThat(refused(CoreError.STORAGE_FAILED, () -> failing.await(1)).facts())
                .extractingByKey("reason")
                .asString()
                .contains("simulated");
        refused(CoreError.STORAGE_FAILED, failing::check);
    }

    @Test
    void theFirstReasonStays() {
        StorageException first = new StorageException(CoreError.STORAGE_FULL, Map.of("location", "here"));
        assertThat(sync.fail(Failure.of(first))).isTrue();
        assertThat(sync.fail(Failure.of(new IllegalStateException("later")))).isFalse();
        refused(CoreError.STORAGE_FULL, sync::check);
    }

    @Test
    void anInterruptionDoesNotCallAWrittenCommitOff() {
        Thread.currentThread().interrupt();
        written.set(1);
        sync.await(1);
        assertThat(Thread.interrupted()).as("the flag is kept").isTrue();
        assertThat(sync.durable()).isEqualTo(1);
    }
}
