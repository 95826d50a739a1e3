package fr.aisneneo.core.storage.memory;

import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import fr.aisneneo.core.storage.kv.KeyValueStorage;
import fr.aisneneo.core.storage.kv.KeyValues;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the heap, gone with the process: each key holds its newest value and the older ones that a running
 * reader may still need.
 */
final class MemoryStorage extends KeyValueStorage {
    private final ConcurrentSkipListMap<byte[], Revision> map = new ConcurrentSkipListMap<>(Arrays::compareUnsigned);
    /**
     * How many readers hold each commit. Guards {@link #published} too, so that no reader slips in while old values go.
     */
    private final TreeMap<Long, Integer> held = new TreeMap<>();

    private final Queue<Removal> removals = new ArrayDeque<>();
    private long published;

    /** One value of a key since a commit, and the one before it. */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Revision(
            long commit, byte @Nullable [] value, @Nullable Revision older) {

        byte @Nullable [] at(long snapshot) {
            for (Revision revision = this; revision != null; revision = revision.older) {
                if (revision.commit <= snapshot) {
                    return revision.value;
                }
            }
            return null;
        }

        /** Without what no snapshot from {@code oldest} on can see. */
        private Revision since(long oldest) {
            if (older == null) {
                return this;
            }
            return new Revision(commit, value, commit <= oldest ? null : older.since(oldest));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Removal(byte[] key, long commit) {}

    MemoryStorage(StorageInfo info, Duration patience) {
        super(info, patience);
        start();
    }

    @Override
    protected KeyValueSnapshot durable() {
        synchronized (held) {
            held.merge(published, 1, Integer::sum);
            return new MemorySnapshot(map, published, this::letGo);
        }
    }

    private void letGo(long commit) {
        synchronized (held) {
            held.computeIfPresent(commit, (key, count) -> count == 1 ? null : count - 1);
        }
    }

    @Override
    protected KeyValues newest() {
        return new MemorySnapshot(map, Long.MAX_VALUE, commit -> {});
    }

    @Override
    protected void write(long commit, SortedMap<byte[], byte @Nullable []> changes) {
        long oldest;
        synchronized (held) {
            oldest = held.isEmpty() ? published : held.firstKey();
        }
        for (Map.Entry<byte[], byte @Nullable []> change : changes.entrySet()) {
            byte[] value = change.getValue();
            map.compute(
                    change.getKey(), (key, now) -> new Revision(commit, value, now == null ? null : now.since(oldest)));
            if (value == null) {
                removals.add(new Removal(change.getKey(), commit));
            }
        }
        sweep(oldest);
        synchronized (held) {
            published = commit;
        }
    }

    /** Drops removed keys that no reader can see any more. Within the writer lock, like every write. */
    private void sweep(long oldest) {
        for (Removal next = removals.peek(); next != null && next.commit() <= oldest; next = removals.peek()) {
            long commit = next.commit();
            map.computeIfPresent(next.key(), (key, now) -> now.commit() == commit ? null : now);
            removals.remove();
        }
    }

    @Override
    protected void awaitDurable(long commit) {
        // Nothing in memory outlives the process, and what is written is shown at once.
    }

    @Override
    protected void release() {
        map.clear();
    }
}
