package fr.aisneneo.core.storage.spi;

/**
 * A place in the order of an index.
 *
 * @param key the whole tuple; {@linkplain IndexKey#EMPTY empty} in the order of ids
 * @param id the document's id
 */
public record ScanPosition(IndexKey key, String id) {}
