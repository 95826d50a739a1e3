package fr.aisneneo.core.tck.log;

import fr.aisneneo.core.storage.kv.KeyValueCursor;
import fr.aisneneo.core.storage.kv.KeyValueSnapshot;
import java.util.Iterator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/** A map that nobody changes any more. */
record MapSnapshot(SortedMap<byte[], byte[]> map) implements KeyValueSnapshot {

    @Override
    public byte @Nullable [] get(byte[] key) {
        return map.get(key);
    }

    @Override
    public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
        NavigableMap<byte[], byte[]> range = (NavigableMap<byte[], byte[]>) map.subMap(from, to);
        return new Cursor(
                (descending ? range.descendingMap() : range).entrySet().iterator());
    }

    @Override
    public void close() {
        // the garbage collector's
    }

    private static final class Cursor implements KeyValueCursor {
        private final Iterator<Map.Entry<byte[], byte[]>> entries;
        private Map.@Nullable Entry<byte[], byte[]> entry;

        Cursor(Iterator<Map.Entry<byte[], byte[]>> entries) {
            this.entries = entries;
        }

        @Override
        public boolean next() {
            entry = entries.hasNext() ? entries.next() : null;
            return entry != null;
        }

        private Map.Entry<byte[], byte[]> here() {
            Map.Entry<byte[], byte[]> here = entry;
            if (here == null) {
                throw new IllegalStateException("No entry here");
            }
            return here;
        }

        @Override
        public byte[] key() {
            return here().getKey();
        }

        @Override
        public byte[] value() {
            return here().getValue();
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
