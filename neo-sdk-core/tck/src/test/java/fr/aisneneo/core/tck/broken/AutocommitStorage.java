package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Shows every write at once: dirty reads, no rollback, nothing repeatable. */
final class AutocommitStorage extends WrappedStorage {
    AutocommitStorage(Storage sound) {
        super(sound, WrappedTransaction::new);
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        return new Statements(sound);
    }

    private static final class Statements implements StorageTransaction {
        private final Storage sound;

        Statements(Storage sound) {
            this.sound = sound;
        }

        private <R extends @Nullable Object> R alone(Function<StorageTransaction, R> statement) {
            StorageTransaction transaction = sound.beginWrite(Collections.emptySortedSet());
            try {
                R result = statement.apply(transaction);
                transaction.commit();
                return result;
            } finally {
                transaction.rollback();
            }
        }

        @Override
        public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
            return alone(tx -> tx.get(collection, tenant, id));
        }

        @Override
        public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
            return alone(tx -> tx.insert(collection, tenant, write));
        }

        @Override
        public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
            return alone(tx -> tx.update(collection, tenant, write, expectedVersion));
        }

        @Override
        public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
            alone(tx -> {
                tx.delete(collection, tenant, id, expectedVersion);
                return true;
            });
        }

        @Override
        public List<ScanHit> scan(ScanRequest request) {
            return alone(tx -> tx.scan(request));
        }

        @Override
        public List<TenantId> tenants(CollectionSchema collection) {
            return alone(tx -> tx.tenants(collection));
        }

        @Override
        public Savepoint savepoint() {
            return new Savepoint() {};
        }

        @Override
        public void rollbackTo(Savepoint savepoint) {}

        @Override
        public void commit() {}

        @Override
        public void rollback() {}
    }
}
