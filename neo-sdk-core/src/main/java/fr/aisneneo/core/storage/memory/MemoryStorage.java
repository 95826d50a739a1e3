package fr.aisneneo.core.storage.memory;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import fr.aisneneo.core.storage.kv.KeyValueStorage;
import fr.aisneneo.core.storage.kv.KeyValues;
import fr.aisneneo.core.storage.spi.StorageInfo;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import org.jspecify.annotations.Nullable;

/**
 * Documents in the heap, gone with the process: each key holds its newest value and the older ones that a running
 * reader may still need.
 */
final class MemoryStorage extends KeyValueStorage {
    private final ConcurrentNavigableMap<byte[], Revision> map;
    /**
     * How many readers hold each commit. Guards {@link #published} too, so that no reader slips in while old values go.
     */
    private final TreeMap<Long, Integer> held = new TreeMap<>();

    private final Queue<Removal> removals = new ArrayDeque<>();
    private long published;
    /** Why no more writes are taken. */
    private volatile @Nullable Throwable failure;

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Removal(byte[] key, long commit) {}

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Installation(byte[] key, Revision revision) {}

    MemoryStorage(StorageInfo info, Duration patience) {
        this(info, patience, new ConcurrentSkipListMap<>(Arrays::compareUnsigned));
    }

    /** With an empty map that orders keys as unsigned bytes. */
    MemoryStorage(StorageInfo info, Duration patience, ConcurrentNavigableMap<byte[], Revision> map) {
        super(info, patience);
        this.map = map;
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
        checkUsable();
        return new MemorySnapshot(map, Long.MAX_VALUE, commit -> {});
    }

    @Override
    protected void write(long commit, SortedMap<byte[], byte @Nullable []> changes) {
        checkUsable();
        long[] snapshots = snapshots();
        // Everything is made before the first change, so that the heap is most likely short here, where nothing is
        // lost.
        List<Installation> installations = new ArrayList<>(changes.size());
        changes.forEach((key, value) ->
                installations.add(new Installation(key, Revision.next(commit, value, map.get(key), snapshots))));
        try {
            installations.forEach(this::install);
            sweep(snapshots[snapshots.length - 1]);
        } catch (RuntimeException | Error e) {
            // Readers do not see a commit before it is published; a writer would.
            failure = e;
            throw failed(e);
        }
        synchronized (held) {
            published = commit;
        }
    }

    /** The states that readers hold and the one that the next reader gets, latest first. */
    private long[] snapshots() {
        synchronized (held) {
            long[] snapshots = new long[held.size() + 1];
            int last = 0;
            snapshots[last] = published;
            for (long commit : held.descendingKeySet()) {
                last++;
                snapshots[last] = commit;
            }
            return snapshots;
        }
    }

    private void install(Installation next) {
        map.put(next.key(), next.revision());
        if (next.revision().value() == null) {
            removals.add(new Removal(next.key(), next.revision().commit()));
        }
    }

    private void checkUsable() {
        Throwable reason = failure;
        if (reason != null) {
            throw failed(reason);
        }
    }

    private static StorageException failed(Throwable reason) {
        return new StorageException(CoreError.STORAGE_FAILED, Map.of("reason", reason.toString()), reason);
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
