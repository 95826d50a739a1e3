package fr.aisneneo.core.storage.spi;

/**
 * A document found by a scan, and its place in the order.
 *
 * @param position where it stands
 * @param document the document
 */
public record ScanHit(ScanPosition position, StoredDocument document) {}
