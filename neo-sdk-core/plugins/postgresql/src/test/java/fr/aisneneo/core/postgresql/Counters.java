package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/** Counters that writers count on, each step a transaction that reads before it writes. */
record Counters(Storage storage) {
    private static final TenantId TENANT = new TenantId("laon");
    private static final CollectionSchema SCHEMA = new CollectionSchema("counter", BodyFormat.BINARY, List.of());

    static Counters in(Storage storage) {
        storage.declare(SCHEMA);
        return new Counters(storage);
    }

    /** Counts on, as often as it takes; queues for the counter or not. */
    long next(String id, boolean queues) {
        SortedSet<ContentionKey> keys = queues
                ? new TreeSet<>(List.of(new ContentionKey(TENANT, "counter", id)))
                : Collections.emptySortedSet();
        while (true) {
            try {
                return tryNext(id, keys);
            } catch (StorageException e) {
                if (e.errorCode() != CoreError.STORAGE_CONFLICT) {
                    throw e;
                }
            }
        }
    }

    private long tryNext(String id, SortedSet<ContentionKey> keys) {
        StorageTransaction tx = storage.beginWrite(keys);
        try {
            StoredDocument known = tx.get(SCHEMA, TENANT, id);
            long next = known == null ? 1 : ByteBuffer.wrap(known.body()).getLong() + 1;
            DocumentWrite write = new DocumentWrite(
                    id, 1, ByteBuffer.allocate(Long.BYTES).putLong(next).array(), List.of());
            if (known == null) {
                tx.insert(SCHEMA, TENANT, write);
            } else {
                tx.update(SCHEMA, TENANT, write, known.version());
            }
            tx.commit();
            return next;
        } finally {
            tx.rollback();
        }
    }

    long value(String id) {
        StorageTransaction tx = storage.beginRead();
        try {
            StoredDocument known = tx.get(SCHEMA, TENANT, id);
            return known == null ? 0 : ByteBuffer.wrap(known.body()).getLong();
        } finally {
            tx.rollback();
        }
    }
}
