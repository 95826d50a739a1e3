package fr.aisneneo.core.transfer.internal;

import fr.aisneneo.core.storage.DocumentCollection;
import java.time.Instant;

/**
 * How far an import has come, written with the documents of each chunk. It is no part of any export.
 *
 * @param id always {@link #ID}
 * @param complete whether the whole file is in and was read back
 * @param chunk the last chunk that is in
 * @param documents how many documents are in
 * @param sha256 the digest on the check line of that chunk, or on the last line once complete
 * @param begun when the first chunk was written
 * @param at when the last one was
 */
public record ImportMark(
        String id, boolean complete, long chunk, long documents, String sha256, Instant begun, Instant at) {
    /** There is one in a store. */
    public static final String ID = "import";

    /** Where it is kept. */
    public static final DocumentCollection<ImportMark> COLLECTION = DocumentCollection.json(
                    "transfer_import", ImportMark.class, ImportMark::id)
            .shared()
            .build();
}
