package fr.aisneneo.core.storage.kv;

import org.jspecify.annotations.Nullable;

/**
 * One unchanging state of a sorted map of byte strings, in unsigned lexicographic order. Used by one thread at a time.
 */
public interface KeyValues {

    /**
     * The value of a key.
     *
     * @param key the key
     * @return the value, not to be changed, or null
     */
    byte @Nullable [] get(byte[] key);

    /**
     * The entries of a range.
     *
     * @param from the first key, inclusive
     * @param to the end, exclusive
     * @param descending whether to go from the end to the start
     * @return a cursor before the first entry; the caller closes it
     */
    KeyValueCursor scan(byte[] from, byte[] to, boolean descending);
}
