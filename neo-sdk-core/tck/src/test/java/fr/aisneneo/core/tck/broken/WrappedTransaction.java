package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A sound transaction; what breaks it overrides something. */
class WrappedTransaction implements StorageTransaction {
    final StorageTransaction sound;

    WrappedTransaction(StorageTransaction sound) {
        this.sound = sound;
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        return sound.get(collection, tenant, id);
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        return sound.insert(collection, tenant, write);
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        return sound.update(collection, tenant, write, expectedVersion);
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        sound.delete(collection, tenant, id, expectedVersion);
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        return sound.scan(request);
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        return sound.tenants(collection);
    }

    @Override
    public Savepoint savepoint() {
        return sound.savepoint();
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
        sound.rollbackTo(savepoint);
    }

    @Override
    public void commit() {
        sound.commit();
    }

    @Override
    public void rollback() {
        sound.rollback();
    }
}
