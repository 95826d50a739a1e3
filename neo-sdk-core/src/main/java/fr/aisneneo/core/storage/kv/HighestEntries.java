package fr.aisneneo.core.storage.kv;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * For each unique index in use a key that none of its entries is behind. What comes behind that is taken by nobody,
 * which needs no look: so it is for whatever is counted upwards, such as the positions of a journal.
 *
 * <p>It may be higher than the last entry, after a transaction that was rolled back or a removal, and never lower:
 * every entry is told here before it is written, by the one opener of the map. Used by the thread that holds the writer
 * lock.
 */
final class HighestEntries {
    private static final int MOST_INDEXES = 1_000;

    private final Map<ByteBuffer, byte[]> highest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<ByteBuffer, byte[]> eldest) {
            return size() > MOST_INDEXES;
        }
    };

    /**
     * Whether all entries of an index are before a key.
     *
     * @param state the newest state, with the transaction's own changes
     * @param index what every key of the index starts with
     * @param key such a key
     * @return false if there may be an entry at the key or behind it
     */
    boolean areAllBefore(KeyValues state, byte[] index, byte[] key) {
        byte[] last = highest.computeIfAbsent(ByteBuffer.wrap(index), prefix -> last(state, index));
        return Arrays.compareUnsigned(last, key) < 0;
    }

    private static byte[] last(KeyValues state, byte[] index) {
        try (KeyValueCursor cursor = state.scan(index, OrderedKeys.behind(index), true)) {
            return cursor.next() ? cursor.key() : index;
        }
    }

    /**
     * Takes note of an entry that is about to be written to an index that was asked about.
     *
     * @param index what every key of the index starts with
     * @param entry the key of the entry
     */
    void raise(byte[] index, byte[] entry) {
        highest.computeIfPresent(
                ByteBuffer.wrap(index), (prefix, last) -> Arrays.compareUnsigned(last, entry) < 0 ? entry : last);
    }
}
