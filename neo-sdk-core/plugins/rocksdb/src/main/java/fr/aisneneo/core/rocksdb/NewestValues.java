package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.storage.kv.KeyValueCursor;
import fr.aisneneo.core.storage.kv.KeyValues;
import java.nio.ByteBuffer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * The newest state, with what writers read lately at hand: they come back to the same few documents, and while one of
 * them looks for those all others wait. Exact, since nothing is written past it; bounded in bytes. Used by the thread
 * that holds the writer lock.
 */
final class NewestValues implements KeyValues {
    private static final long MOST_BYTES = 8 << 20;
    private static final int LONGEST_VALUE = 64 << 10;
    /** What a value takes besides its bytes and those of its key, roughly. */
    private static final int OVERHEAD = 150;

    private final KeyValues stored;
    private final Map<ByteBuffer, byte[]> lately = new LinkedHashMap<>(1_024, 0.75f, true);

    private long bytes;

    NewestValues(KeyValues stored) {
        this.stored = stored;
    }

    @Override
    public byte @Nullable [] get(byte[] key) {
        ByteBuffer name = ByteBuffer.wrap(key);
        byte[] known = lately.get(name);
        if (known != null) {
            return known;
        }
        byte[] found = stored.get(key);
        if (found != null) {
            keep(name, found);
        }
        return found;
    }

    @Override
    public KeyValueCursor scan(byte[] from, byte[] to, boolean descending) {
        return stored.scan(from, to, descending);
    }

    /** Follows what was written. What is new is not kept: who inserts a document seldom comes back to it. */
    void wrote(SortedMap<byte[], byte @Nullable []> changes) {
        for (Map.Entry<byte[], byte @Nullable []> change : changes.entrySet()) {
            ByteBuffer name = ByteBuffer.wrap(change.getKey());
            byte[] before = lately.remove(name);
            if (before != null) {
                bytes -= size(name, before);
                byte[] after = change.getValue();
                if (after != null) {
                    keep(name, after);
                }
            }
        }
    }

    private void keep(ByteBuffer name, byte[] value) {
        if (value.length > LONGEST_VALUE) {
            return;
        }
        lately.put(name, value);
        bytes += size(name, value);
        Iterator<Map.Entry<ByteBuffer, byte[]>> eldest = lately.entrySet().iterator();
        while (bytes > MOST_BYTES && eldest.hasNext()) {
            Map.Entry<ByteBuffer, byte[]> gone = eldest.next();
            bytes -= size(gone.getKey(), gone.getValue());
            eldest.remove();
        }
    }

    private static int size(ByteBuffer name, byte[] value) {
        return name.capacity() + value.length + OVERHEAD;
    }
}
