package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.WholeStore;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Everything in a store, past the types of its collections. */
final class KeptDocuments implements WholeStore {
    private final DocumentStore store;

    KeptDocuments(DocumentStore store) {
        this.store = store;
    }

    @Override
    public <R extends @Nullable Object> R snapshot(Function<Snapshot, R> work) {
        return store.readWhole(tx -> work.apply(new State(tx)));
    }

    @Override
    public void insert(DocumentCollection<?> collection, TenantId tenant, String id, byte[] body) {
        OpenTransaction current = store.current();
        if (current == null) {
            throw new IllegalStateException("Only within a transaction");
        }
        current.stored(collection, tenant).insertStored(id, body);
    }

    private record State(OpenTransaction transaction) implements Snapshot {
        @Override
        public List<KeptCollection> collections() {
            List<KeptCollection> kept = new ArrayList<>();
            transaction.documents(SchemaRecord.COLLECTION, TenantId.SHARED).forEach(Scan.byId(), found -> {
                SchemaRecord schema = found.value();
                kept.add(new KeptCollection(
                        schema.collection(),
                        schema.version(),
                        schema.complete(),
                        transaction.declared(schema.collection())));
            });
            return kept;
        }

        @Override
        public List<TenantId> tenants(DocumentCollection<?> collection) {
            return transaction.call(() -> transaction.engine().tenants(collection.schema()));
        }

        @Override
        public List<StoredDocument> documents(
                DocumentCollection<?> collection, TenantId tenant, @Nullable String after, int limit) {
            ScanRequest request = new ScanRequest(
                    collection.schema(),
                    tenant,
                    null,
                    IndexKey.EMPTY,
                    true,
                    IndexKey.EMPTY,
                    true,
                    false,
                    after == null ? null : new ScanPosition(IndexKey.EMPTY, after),
                    limit);
            return transaction.call(() -> transaction.engine().scan(request)).stream()
                    .map(ScanHit::document)
                    .toList();
        }
    }
}
