package fr.aisneneo.core.storage.spi;

import java.util.List;

/**
 * An ordered index: a tuple of typed parts, compared part by part.
 *
 * @param name {@code [a-z][a-z0-9_]{0,39}}, unique in its collection
 * @param unique whether two documents of a tenant may have the same tuple
 * @param partial whether a document may have no entry in it; in other indexes every document has one
 * @param parts one to eight parts
 */
public record IndexSchema(String name, boolean unique, boolean partial, List<IndexPart> parts) {

    /** Copies the parts. */
    public IndexSchema {
        parts = List.copyOf(parts);
    }

    /**
     * One part of the tuple.
     *
     * @param name {@code [a-z][a-z0-9_]{0,39}}, a column name for engines that have columns
     * @param type how it is compared
     */
    public record IndexPart(String name, PartType type) {}
}
