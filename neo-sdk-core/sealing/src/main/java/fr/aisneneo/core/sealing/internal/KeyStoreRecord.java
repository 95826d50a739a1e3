package fr.aisneneo.core.sealing.internal;

import fr.aisneneo.core.storage.DocumentCollection;

/**
 * Which key store the documents are sealed with, so that another one, or an older copy, is told.
 *
 * @param id always {@link #ID}
 * @param store the id of the key store
 * @param destroyed how many persons' keys it had destroyed when this was last written
 */
public record KeyStoreRecord(String id, String store, long destroyed) {
    /** The id of the only one. */
    public static final String ID = "key_store";

    /** The only one, of all tenants. */
    public static final DocumentCollection<KeyStoreRecord> COLLECTION = DocumentCollection.json(
                    "sealing_key_store", KeyStoreRecord.class, KeyStoreRecord::id)
            .shared()
            .build();
}
