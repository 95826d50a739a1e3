package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCodec;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.IndexKeys;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Typed documents over an engine's opaque ones. */
final class CollectionDocuments<T> implements Documents<T> {
    private final DocumentStore store;
    private final OpenTransaction transaction;
    private final DocumentCollection<T> collection;
    private final TenantId tenant;

    CollectionDocuments(
            DocumentStore store, OpenTransaction transaction, DocumentCollection<T> collection, TenantId tenant) {
        this.store = store;
        this.transaction = transaction;
        this.collection = collection;
        this.tenant = tenant;
    }

    @Override
    public Optional<Document<T>> get(String id) {
        if (!IndexKeys.isId(id)) {
            return Optional.empty();
        }
        StoredDocument found = transaction.call(() -> transaction.engine().get(collection.schema(), tenant, id));
        return Optional.ofNullable(found).map(this::document);
    }

    @Override
    public void prefetch(Collection<String> ids) {
        transaction.call(() -> {
            transaction
                    .engine()
                    .prefetch(
                            collection.schema(),
                            tenant,
                            ids.stream().filter(IndexKeys::isId).toList());
            return true;
        });
    }

    @Override
    public Document<T> require(String id) {
        return get(id).orElseThrow(
                        () -> new NotFoundException(CoreError.NOT_FOUND, Map.of("kind", collection.name(), "id", id)));
    }

    @Override
    public Document<T> insert(T value) {
        DocumentWrite write = write(value);
        long version = transaction.call(() -> transaction.engine().insert(collection.schema(), tenant, write));
        return new Document<>(value, version);
    }

    @Override
    public Document<T> update(T value, long expectedVersion) {
        DocumentWrite write = write(value);
        long version = transaction.call(
                () -> transaction.engine().update(collection.schema(), tenant, write, expectedVersion));
        return new Document<>(value, version);
    }

    @Override
    public void delete(String id, long expectedVersion) {
        transaction.countWrite(collection.name(), tenant, IndexKeys.checkId(id), 0);
        transaction.call(() -> {
            transaction.engine().delete(collection.schema(), tenant, id, expectedVersion);
            return true;
        });
    }

    /** Adds a body as it is, once it was read as what the collection holds. */
    void insertStored(String id, byte[] body) {
        T value = decode(body);
        if (!collection.idOf(value).equals(id)) {
            throw new InvalidInputException(
                    CoreError.INPUT_MALFORMED, "id", Map.of("expected", collection.idOf(value)));
        }
        DocumentWrite write = write(value, body);
        transaction.call(() -> transaction.engine().insert(collection.schema(), tenant, write));
    }

    private DocumentWrite write(T value) {
        return write(value, encode(value));
    }

    private DocumentWrite write(T value, byte[] body) {
        String id = IndexKeys.checkId(collection.idOf(value));
        if (body.length > StorageLimits.BODY_BYTES) {
            throw new InvalidInputException(
                    CoreError.INPUT_TOO_LARGE, collection.name(), Map.of("limit", StorageLimits.BODY_BYTES));
        }
        List<IndexEntry> entries = new ArrayList<>(collection.indexes().size());
        for (Index<T> index : collection.indexes()) {
            IndexKeys.of(index, value).ifPresent(key -> entries.add(new IndexEntry(index.schema(), key)));
        }
        transaction.countWrite(collection.name(), tenant, id, body.length);
        return new DocumentWrite(id, collection.schemaVersion(), body, entries);
    }

    private byte[] encode(T value) {
        DocumentCodec<T> own = collection.codec().orElse(null);
        if (own != null) {
            return own.encode(value);
        }
        byte[] body = store.codec().encode(value);
        transaction.wroteAs(value, body);
        return body;
    }

    private Document<T> document(StoredDocument stored) {
        // What is packed is read quicker than found again. What this transaction wrote has a version that is not
        // committed yet: see DecodedDocuments.
        T value = collection.schema().format() == BodyFormat.BINARY
                        || transaction.wrote(collection.name(), tenant, stored.id())
                ? decode(stored.body())
                : store.decoded()
                        .get(collection.name(), tenant, stored, collection.type(), found -> decode(found.body()));
        return new Document<>(value, stored.version());
    }

    private T decode(byte[] body) {
        DocumentCodec<T> own = collection.codec().orElse(null);
        return own == null ? store.codec().decode(body, collection.type()) : own.decode(body);
    }

    @Override
    public Page<T> scan(Scan<T> scan) {
        List<ScanHit> hits = hits(
                scan,
                scan.cursor()
                        .map(cursor ->
                                Cursors.read(collection.schema(), scan.index().orElse(null), cursor))
                        .orElse(null));
        List<Document<T>> documents =
                hits.stream().map(hit -> document(hit.document())).toList();
        boolean more = hits.size() == scan.limit();
        return new Page<>(
                documents,
                more
                        ? Optional.of(Cursors.write(
                                collection.schema(),
                                scan.index().orElse(null),
                                hits.get(hits.size() - 1).position()))
                        : Optional.empty());
    }

    @Override
    public void forEach(Scan<T> scan, Consumer<Document<T>> each) {
        ScanPosition after = scan.cursor()
                .map(cursor -> Cursors.read(collection.schema(), scan.index().orElse(null), cursor))
                .orElse(null);
        List<ScanHit> hits;
        do {
            hits = hits(scan, after);
            for (ScanHit hit : hits) {
                each.accept(document(hit.document()));
                after = hit.position();
            }
        } while (hits.size() == scan.limit());
    }

    private List<ScanHit> hits(Scan<T> scan, @Nullable ScanPosition after) {
        ScanRequest request = new ScanRequest(
                collection.schema(),
                tenant,
                scan.index().orElse(null),
                scan.lower(),
                scan.lowerInclusive(),
                scan.upper(),
                scan.upperInclusive(),
                scan.isDescending(),
                after,
                scan.limit());
        return transaction.call(() -> transaction.engine().scan(request));
    }
}
