package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts the versions of each document from one, so that they return once it was deleted. */
final class CountedVersions extends WrappedTransaction {
    private final Map<String, Long> counts;

    CountedVersions(StorageTransaction sound, Map<String, Long> counts) {
        super(sound);
        this.counts = counts;
    }

    private static String key(CollectionSchema collection, TenantId tenant, String id) {
        return collection.name() + "/" + tenant + "/" + id;
    }

    private StoredDocument counted(CollectionSchema collection, TenantId tenant, StoredDocument document) {
        long count = counts.getOrDefault(key(collection, tenant, document.id()), 1L);
        return new StoredDocument(document.id(), count, document.schemaVersion(), document.body());
    }

    /** The sound version if the counted one is right, and a wrong one otherwise. */
    private long sound(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        StoredDocument present = sound.get(collection, tenant, id);
        boolean right = present != null && counted(collection, tenant, present).version() == expectedVersion;
        return right ? present.version() : 0;
    }

    @Override
    public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
        StoredDocument document = sound.get(collection, tenant, id);
        return document == null ? null : counted(collection, tenant, document);
    }

    @Override
    public List<ScanHit> scan(ScanRequest request) {
        return sound.scan(request).stream()
                .map(hit ->
                        new ScanHit(hit.position(), counted(request.collection(), request.tenant(), hit.document())))
                .toList();
    }

    @Override
    public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
        sound.insert(collection, tenant, write);
        counts.put(key(collection, tenant, write.id()), 1L);
        return 1;
    }

    @Override
    public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
        sound.update(collection, tenant, write, sound(collection, tenant, write.id(), expectedVersion));
        counts.put(key(collection, tenant, write.id()), expectedVersion + 1);
        return expectedVersion + 1;
    }

    @Override
    public void delete(CollectionSchema collection, TenantId tenant, String id, long expectedVersion) {
        sound.delete(collection, tenant, id, sound(collection, tenant, id, expectedVersion));
    }
}
