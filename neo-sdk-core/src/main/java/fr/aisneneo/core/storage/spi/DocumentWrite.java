package fr.aisneneo.core.storage.spi;

import java.util.List;

/**
 * A document as the SDK hands it over to be written.
 *
 * @param id its id, 1 to {@link StorageLimits#ID_BYTES} bytes of UTF-8
 * @param schemaVersion the schema version of the body
 * @param body its body; not changed afterwards by anybody
 * @param entries its place in each index; a partial index may be missing
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
public record DocumentWrite(String id, int schemaVersion, byte[] body, List<IndexEntry> entries) {

    /** Copies the entries. */
    public DocumentWrite {
        entries = List.copyOf(entries);
    }
}
