package fr.aisneneo.core.storage.spi;

import java.util.List;

/**
 * Values of an index tuple, or of the first parts of one.
 *
 * @param values {@link String}, {@link Long}, {@link java.time.Instant} or {@link Boolean} by the {@link PartType} of
 *     each part
 */
public record IndexKey(List<Object> values) {
    /** No values: the prefix of every tuple. */
    public static final IndexKey EMPTY = new IndexKey(List.of());

    /** Copies the values. */
    public IndexKey {
        values = List.copyOf(values);
    }

    /**
     * A key of some values.
     *
     * @param values the values
     * @return the key
     */
    public static IndexKey of(Object... values) {
        return new IndexKey(List.of(values));
    }
}
