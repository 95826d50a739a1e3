package fr.aisneneo.core.storage.spi;

import java.util.List;

/**
 * How a collection looks to an engine.
 *
 * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in the store
 * @param format what the bodies are
 * @param indexes its indexes, with different names
 */
public record CollectionSchema(String name, BodyFormat format, List<IndexSchema> indexes) {

    /** Copies the indexes. */
    public CollectionSchema {
        indexes = List.copyOf(indexes);
    }

    /**
     * An index by its name.
     *
     * @param index the name
     * @return the index
     * @throws IllegalArgumentException if the collection has none of that name
     */
    public IndexSchema index(String index) {
        for (IndexSchema candidate : indexes) {
            if (candidate.name().equals(index)) {
                return candidate;
            }
        }
        throw new IllegalArgumentException("Collection " + name + " has no index " + index);
    }
}
