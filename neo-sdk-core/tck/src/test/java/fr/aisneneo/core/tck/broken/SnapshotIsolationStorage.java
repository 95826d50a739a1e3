package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Snapshot isolation with the first committer winning, as many databases have it: no update is lost, writes skew. For
 * small collections, of which it scans all that its transaction inserted.
 */
final class SnapshotIsolationStorage extends WrappedStorage {
    SnapshotIsolationStorage(Storage sound) {
        super(sound, WrappedTransaction::new);
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        return new Buffered(sound, sound.beginRead());
    }

    private static final class Buffered extends WrappedTransaction {
        private final Storage storage;
        private final Map<String, Pending> own = new LinkedHashMap<>();

        /** A write, and the version that the snapshot had; 0 for none. */
        private record Pending(CollectionSchema collection, TenantId tenant, DocumentWrite write, long base) {
            StoredDocument document() {
                return new StoredDocument(write.id(), base, write.schemaVersion(), write.body());
            }
        }

        Buffered(Storage storage, StorageTransaction snapshot) {
            super(snapshot);
            this.storage = storage;
        }

        @Override
        public @Nullable StoredDocument get(CollectionSchema collection, TenantId tenant, String id) {
            Pending mine = own.get(id);
            return mine == null ? super.get(collection, tenant, id) : mine.document();
        }

        @Override
        public List<ScanHit> scan(ScanRequest request) {
            List<ScanHit> hits = new ArrayList<>();
            for (ScanHit hit : super.scan(request)) {
                if (!own.containsKey(hit.document().id())) {
                    hits.add(hit);
                }
            }
            for (Pending mine : own.values()) {
                IndexKey key = mine.write().entries().get(0).key();
                hits.add(new ScanHit(new ScanPosition(key, mine.write().id()), mine.document()));
            }
            return hits;
        }

        @Override
        public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
            own.put(write.id(), new Pending(collection, tenant, write, 0));
            return 0;
        }

        @Override
        public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
            own.put(write.id(), new Pending(collection, tenant, write, expectedVersion));
            return expectedVersion;
        }

        @Override
        public void commit() {
            sound.commit();
            StorageTransaction transaction = storage.beginWrite(Collections.emptySortedSet());
            try {
                own.values().forEach(mine -> write(transaction, mine));
                transaction.commit();
            } finally {
                transaction.rollback();
            }
        }

        private static void write(StorageTransaction transaction, Pending mine) {
            StoredDocument present = transaction.get(
                    mine.collection(), mine.tenant(), mine.write().id());
            if (mine.base() != (present == null ? 0 : present.version())) {
                throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of("attempts", 1));
            }
            if (present == null) {
                transaction.insert(mine.collection(), mine.tenant(), mine.write());
            } else {
                transaction.update(mine.collection(), mine.tenant(), mine.write(), mine.base());
            }
        }
    }
}
