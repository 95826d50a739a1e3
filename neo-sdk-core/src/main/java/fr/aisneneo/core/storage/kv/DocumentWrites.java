package fr.aisneneo.core.storage.kv;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The writes of one transaction to one tenant's documents of a collection. A refused one has changed nothing.
 *
 * @param own the transaction's changes
 * @param highest what no entry of a unique index is behind
 * @param collection the collection
 * @param tenant whose documents
 * @param version what documents get that are written
 */
record DocumentWrites(
        PendingChanges own, HighestEntries highest, CollectionSchema collection, TenantId tenant, long version) {
    private static final byte[] NO_VALUE = {};

    long insert(DocumentWrite write) {
        byte[] key = OrderedKeys.document(collection, tenant, write.id());
        if (own.get(key) != null) {
            throw conflict(CoreError.DOCUMENT_EXISTS, write.id());
        }
        checkUnique(write);
        return put(key, write, List.of());
    }

    long update(DocumentWrite write, long expectedVersion) {
        byte[] key = OrderedKeys.document(collection, tenant, write.id());
        DocumentValue old = expected(key, write.id(), expectedVersion);
        checkUnique(write);
        return put(key, write, old.entries());
    }

    void delete(String id, long expectedVersion) {
        byte[] key = OrderedKeys.document(collection, tenant, id);
        for (DocumentValue.Entry entry : expected(key, id, expectedVersion).entries()) {
            own.put(entryKey(entry, OrderedKeys.id(id)), null);
        }
        own.put(key, null);
    }

    private DocumentValue expected(byte[] key, String id, long expectedVersion) {
        byte[] value = own.get(key);
        if (value == null) {
            throw conflict(CoreError.DOCUMENT_MISSING, id);
        }
        DocumentValue document = DocumentValue.decode(value);
        if (document.version() != expectedVersion) {
            throw conflict(CoreError.DOCUMENT_CHANGED, id);
        }
        return document;
    }

    private void checkUnique(DocumentWrite write) {
        byte[] id = OrderedKeys.id(write.id());
        for (IndexEntry entry : write.entries()) {
            IndexSchema index = entry.index();
            if (index.unique()) {
                byte[] start = OrderedKeys.index(collection, tenant, index.name());
                byte[] prefix = OrderedKeys.join(start, OrderedKeys.tuple(entry.key()));
                if (!highest.areAllBefore(own, start, prefix)) {
                    checkUnique(index, prefix, id);
                }
                highest.raise(start, OrderedKeys.join(prefix, id));
            }
        }
    }

    private void checkUnique(IndexSchema index, byte[] prefix, byte[] id) {
        try (KeyValueCursor cursor = own.scan(prefix, OrderedKeys.behind(prefix), false)) {
            while (cursor.next()) {
                byte[] key = cursor.key();
                if (!Arrays.equals(key, prefix.length, key.length, id, 0, id.length)) {
                    throw new ConflictException(
                            CoreError.UNIQUE_TAKEN, Map.of("collection", collection.name(), "index", index.name()));
                }
            }
        }
    }

    /** Index entries that stay as they are cost nothing. */
    private long put(byte[] key, DocumentWrite write, List<DocumentValue.Entry> before) {
        byte[] id = OrderedKeys.id(write.id());
        List<DocumentValue.Entry> entries = new ArrayList<>(write.entries().size());
        for (IndexEntry entry : write.entries()) {
            entries.add(new DocumentValue.Entry(entry.index().name(), OrderedKeys.tuple(entry.key())));
        }
        for (DocumentValue.Entry gone : before) {
            if (entries.stream().noneMatch(gone::same)) {
                own.put(entryKey(gone, id), null);
            }
        }
        for (DocumentValue.Entry added : entries) {
            if (before.stream().noneMatch(added::same)) {
                own.put(entryKey(added, id), NO_VALUE);
            }
        }
        own.put(key, new DocumentValue(version, write.schemaVersion(), entries, write.body()).encode());
        return version;
    }

    private byte[] entryKey(DocumentValue.Entry entry, byte[] id) {
        return OrderedKeys.join(OrderedKeys.index(collection, tenant, entry.index()), entry.tuple(), id);
    }

    private ConflictException conflict(ErrorCode code, String id) {
        return new ConflictException(code, Map.of("collection", collection.name(), "id", id));
    }
}
