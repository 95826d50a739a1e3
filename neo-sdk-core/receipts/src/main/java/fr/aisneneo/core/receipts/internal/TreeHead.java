package fr.aisneneo.core.receipts.internal;

import fr.aisneneo.core.storage.DocumentCollection;

/**
 * How far a tenant's journal is sealed.
 *
 * @param id always {@link #ID}
 * @param size how many events
 * @param root the root over them, in base64
 * @param note the signed checkpoint
 */
public record TreeHead(String id, long size, String root, String note) {
    /** There is one in each tenant. */
    public static final String ID = "head";

    /** Where it is kept. */
    public static final DocumentCollection<TreeHead> COLLECTION = DocumentCollection.json(
                    "receipt_head", TreeHead.class, TreeHead::id)
            .build();
}
