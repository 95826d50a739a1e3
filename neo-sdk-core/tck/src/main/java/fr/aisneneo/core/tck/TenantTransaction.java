package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StorageTransaction.Savepoint;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A transaction as one tenant uses it; {@link #close()} rolls it back if it has not ended. */
record TenantTransaction(StorageTransaction engine, TenantId tenant) implements AutoCloseable {

    /** The same transaction for another tenant. */
    TenantTransaction as(TenantId other) {
        return new TenantTransaction(engine, other);
    }

    @Nullable StoredDocument find(CollectionSchema collection, String id) {
        return engine.get(collection, tenant, id);
    }

    /** The document, which must be there. */
    StoredDocument get(CollectionSchema collection, String id) {
        StoredDocument document = find(collection, id);
        if (document == null) {
            throw new AssertionError("There is no document " + id + " in " + collection.name());
        }
        return document;
    }

    boolean has(CollectionSchema collection, String id) {
        return find(collection, id) != null;
    }

    /** The number in the body of a document that must be there. */
    long number(CollectionSchema collection, String id) {
        return Bodies.number(get(collection, id));
    }

    long insert(CollectionSchema collection, DocumentWrite write) {
        return engine.insert(collection, tenant, write);
    }

    long insert(Person person) {
        return insert(Samples.PEOPLE, person.write());
    }

    long update(CollectionSchema collection, DocumentWrite write, long expectedVersion) {
        return engine.update(collection, tenant, write, expectedVersion);
    }

    /** Replaces whatever version there is. */
    long replace(CollectionSchema collection, DocumentWrite write) {
        return update(collection, write, get(collection, write.id()).version());
    }

    long replace(Person person) {
        return replace(Samples.PEOPLE, person.write());
    }

    void delete(CollectionSchema collection, String id, long expectedVersion) {
        engine.delete(collection, tenant, id, expectedVersion);
    }

    /** Removes whatever version there is. */
    void remove(CollectionSchema collection, String id) {
        delete(collection, id, get(collection, id).version());
    }

    List<ScanHit> scan(Scan scan) {
        return engine.scan(scan.request(tenant));
    }

    /** The ids that a scan finds, in its order. */
    List<String> ids(Scan scan) {
        return ids(scan(scan));
    }

    static List<String> ids(List<ScanHit> hits) {
        return hits.stream().map(hit -> hit.document().id()).toList();
    }

    /** All hits of a scan, page by page. */
    List<ScanHit> pages(Scan scan) {
        List<ScanHit> all = new ArrayList<>();
        ScanPosition after = null;
        while (true) {
            List<ScanHit> page = scan(scan.after(after));
            assertThat(page).as("a page").hasSizeLessThanOrEqualTo(scan.limit());
            all.addAll(page);
            if (page.size() < scan.limit()) {
                return all;
            }
            after = page.get(page.size() - 1).position();
        }
    }

    Savepoint savepoint() {
        return engine.savepoint();
    }

    void rollbackTo(Savepoint savepoint) {
        engine.rollbackTo(savepoint);
    }

    void release(Savepoint savepoint) {
        engine.release(savepoint);
    }

    void prefetch(CollectionSchema collection, String... ids) {
        engine.prefetch(collection, tenant, List.of(ids));
    }

    void commit() {
        engine.commit();
    }

    void rollback() {
        engine.rollback();
    }

    @Override
    public void close() {
        engine.rollback();
    }
}
