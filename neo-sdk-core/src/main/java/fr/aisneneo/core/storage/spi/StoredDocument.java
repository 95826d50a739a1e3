package fr.aisneneo.core.storage.spi;

/**
 * A document as an engine gives it.
 *
 * @param id its id
 * @param version its version, positive
 * @param schemaVersion the schema version it was written with
 * @param body its body; not to be changed
 */
@SuppressWarnings(
        "ArrayRecordComponent") // never compared as a whole; copying every body would double the cost of a read
public record StoredDocument(String id, long version, int schemaVersion, byte[] body) {}
