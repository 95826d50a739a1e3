package fr.aisneneo.core.storage;

/**
 * A value as it stands in the store.
 *
 * @param value the value, immutable
 * @param version changes with every transaction that writes the document, and never comes back, even after a deletion
 * @param <T> the type of the collection
 */
public record Document<T>(T value, long version) {}
