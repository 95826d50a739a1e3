package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.IndexKeys;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the documents of a collection to its declared schema version and indexes: rewritten in batches of bounded
 * number and size, each its own transaction; marked incomplete until the end, so that after a crash it starts over.
 */
final class SchemaUpgrade<T> {
    private static final Logger LOG = LoggerFactory.getLogger(SchemaUpgrade.class);
    private static final int BATCH = 500;
    /** A batch ends where it has come to so many bytes, read or written. */
    private static final long BATCH_BYTES = 8 << 20;
    /** So few at a time, since each may be as large as a document can be. */
    private static final int STEP = 10;

    private final DocumentStore store;
    private final DocumentCollection<T> collection;
    private final CollectionSchema schema;
    private final Contention contention;

    SchemaUpgrade(DocumentStore store, DocumentCollection<T> collection) {
        this.store = store;
        this.collection = collection;
        this.schema = collection.schema();
        this.contention = Contention.on(TenantId.SHARED, "schema", schema.name());
    }

    void run() {
        SchemaRecord wanted = SchemaRecord.of(schema, collection.schemaVersion(), true);
        Optional<SchemaRecord> found = store.read(tx -> tx.documents(SchemaRecord.COLLECTION, TenantId.SHARED)
                .get(schema.name())
                .map(Document::value));
        if (found.isPresent() && found.get().equals(wanted)) {
            return;
        }
        if (found.isPresent() && found.get().version() > wanted.version()) {
            throw refusal(
                    "written with schema version " + found.get().version() + "; this SDK knows " + wanted.version(),
                    null);
        }
        if (found.isPresent()) {
            LOG.info("Upgrading collection {} to schema version {}", schema.name(), wanted.version());
            record(SchemaRecord.of(schema, wanted.version(), false));
            rewriteAll();
        }
        record(wanted);
    }

    private void record(SchemaRecord state) {
        store.write(contention, tx -> {
            Documents<SchemaRecord> records = tx.documents(SchemaRecord.COLLECTION, TenantId.SHARED);
            Optional<Document<SchemaRecord>> old = records.get(schema.name());
            return old.isPresent() ? records.update(state, old.get().version()) : records.insert(state);
        });
    }

    private void rewriteAll() {
        for (TenantId tenant : store.read(tx -> engine().tenants(schema))) {
            ScanPosition after = null;
            do {
                ScanPosition from = after;
                after = store.write(contention, tx -> rewriteBatch(tenant, from));
            } while (after != null);
        }
    }

    /** Rewrites the next documents; null when there were none left. */
    private @Nullable ScanPosition rewriteBatch(TenantId tenant, @Nullable ScanPosition after) {
        ScanPosition last = after;
        long bytes = 0;
        for (int documents = 0; documents < BATCH && bytes < BATCH_BYTES; documents += STEP) {
            List<ScanHit> hits = engine().scan(new ScanRequest(
                    schema, tenant, null, IndexKey.EMPTY, true, IndexKey.EMPTY, true, false, last, STEP));
            if (hits.isEmpty()) {
                return null;
            }
            for (ScanHit hit : hits) {
                bytes += hit.document().body().length + rewrite(tenant, hit.document());
                last = hit.position();
            }
        }
        return last;
    }

    /** Rewrites one, and says how many bytes were written. */
    private long rewrite(TenantId tenant, StoredDocument document) {
        try {
            byte[] body = upgraded(document);
            if (body.length > StorageLimits.BODY_BYTES) {
                throw refusal("document " + document.id() + " would be larger than " + StorageLimits.BODY_BYTES, null);
            }
            DocumentCodec<T> own = collection.codec().orElse(null);
            T value = own == null ? store.codec().decode(body, collection.type()) : own.decode(body);
            List<IndexEntry> entries = new ArrayList<>();
            collection
                    .indexes()
                    .forEach(index -> IndexKeys.of(index, value)
                            .ifPresent(key -> entries.add(new IndexEntry(index.schema(), key))));
            engine().update(
                            schema,
                            tenant,
                            new DocumentWrite(document.id(), collection.schemaVersion(), body, entries),
                            document.version());
            return body.length;
        } catch (NeoException e) {
            if (e instanceof StorageException) {
                throw e;
            }
            throw refusal("document " + document.id() + " cannot be upgraded: " + e.getMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // the codec reads JSON objects as maps with string keys
    private byte[] upgraded(StoredDocument document) {
        if (document.schemaVersion() == collection.schemaVersion() || schema.format() == BodyFormat.BINARY) {
            return document.body();
        }
        Map<String, Object> body = store.codec().decode(document.body(), Map.class);
        for (int version = document.schemaVersion(); version < collection.schemaVersion(); version++) {
            collection.upgrades().get(version - 1).upgrade(body);
        }
        return store.codec().encode(body);
    }

    private StorageTransaction engine() {
        OpenTransaction current = store.current();
        if (current == null) {
            throw new IllegalStateException("Only within a transaction");
        }
        return current.engine();
    }

    private StorageException refusal(String reason, @Nullable Throwable cause) {
        return new StorageException(
                CoreError.STORAGE_SCHEMA, Map.of("collection", schema.name(), "reason", reason), cause);
    }
}
