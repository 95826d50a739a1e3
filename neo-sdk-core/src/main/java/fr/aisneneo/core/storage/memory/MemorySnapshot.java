package fr.aisneneo.core.storage.memory;

import fr.aisneneo.core.storage.kv.KeyValueCursor;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** The map as it was after one commit. */
final class MemorySnapshot implements KeyValueSnapshot {
    private final ConcurrentNavigableMap<byte[], Revision> map;
    private final long commit;
    private final LongConsumer letGo;
    private final AtomicBoolean closed = new AtomicBoolean();

    MemorySnapshot(ConcurrentNavigableMap<byte[], Revision> map, long commit, LongConsumer letGo) {
        this.map = map;
        this.commit = commit;
        this.letGo = letGo;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        Revision newest = map.get(key);
        return newest == null ? null : newest.at(commit);
    }

    @Override
    public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
        ConcurrentNavigableMap<byte[], Revision> range = map.subMap(from, true, to, false);
        return new Cursor(
                (descending ? range.descendingMap() : range).entrySet().iterator());
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            letGo.accept(commit);
        }
    }

    private final class Cursor implements KeyValueCursor {
        private final Iterator<Map.Entry<byte[], Revision>> entries;
        private byte[] key = {};
        private byte[] value = {};

        Cursor(Iterator<Map.Entry<byte[], Revision>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean next() {
            while (entries.hasNext()) {
                Map.Entry<byte[], Revision> entry = entries.next();
                byte[] seen = entry.getValue().at(commit);
                if (seen != null) {
                    key = entry.getKey();
                    value = seen;
                    return true;
                }
            }
            return false;
        }

        @Override
        public byte[] key() {
            return key;
        }

        @Override
        public byte[] value() {
            return value;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
