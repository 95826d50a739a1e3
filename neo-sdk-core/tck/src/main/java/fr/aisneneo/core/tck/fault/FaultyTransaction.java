package fr.aisneneo.core.tck.fault;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction of a {@link FaultyStorage}. */
final class FaultyTransaction implements StorageTransaction {
    private final FaultyStorage storage;
    private final StorageTransaction engine;
    private boolean wrote;

    FaultyTransaction(FaultyStorage storage, StorageTransaction engine) {
        this.storage = storage;
        this.engine = engine;
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        storage.failAt(Fault.Point.READ);
        return engine.get(collection, tenant, id);
    }

    @Override
    public void prefetch(CollectionSchema collection, TenantId tenant, Collection<String> ids) {
        storage.failAt(Fault.Point.READ);
        engine.prefetch(collection, tenant, ids);
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        storage.failAt(Fault.Point.READ);
        return engine.scan(request);
    }

    @Override
    public List<TenantId> tenants(CollectionSchema collection) {
        storage.failAt(Fault.Point.READ);
        return engine.tenants(collection);
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        long version = engine.insert(collection, tenant, write);
        wrote = true;
        return version;
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        long version = engine.update(collection, tenant, write, expectedVersion);
        wrote = true;
        return version;
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        engine.delete(collection, tenant, id, expectedVersion);
        wrote = true;
    }

    @Override
    public long stamp() {
        return engine.stamp();
    }

    @Override
    public void allowLateConflicts() {
        engine.allowLateConflicts();
    }

    @Override
    public Savepoint savepoint() {
        return engine.savepoint();
    }

    @Override
    public void rollbackTo(Savepoint savepoint) {
        engine.rollbackTo(savepoint);
    }

    @Override
    public void release(Savepoint savepoint) {
        engine.release(savepoint);
    }

    @Override
    public void commit() {
        if (wrote) {
            storage.commit(engine);
        } else {
            engine.commit();
        }
    }

    @Override
    public void rollback() {
        engine.rollback();
    }
}
