package fr.aisneneo.core.storage.spi;

/**
 * A document's place in one index.
 *
 * @param index the index
 * @param key the whole tuple
 */
public record IndexEntry(IndexSchema index, IndexKey key) {}
