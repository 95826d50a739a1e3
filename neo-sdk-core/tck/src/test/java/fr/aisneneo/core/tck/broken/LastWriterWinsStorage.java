package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.ContentionKey;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.function.Consumer;

/**
 * Writers read a snapshot, wait for nobody and write over what others wrote meanwhile: updates are lost, writes skew.
 */
final class LastWriterWinsStorage extends WrappedStorage {
    LastWriterWinsStorage(Storage sound) {
        super(sound, WrappedTransaction::new);
    }

    @Override
    public StorageTransaction beginWrite(SortedSet<ContentionKey> contention) {
        return new Buffered(sound, sound.beginRead());
    }

    private static final class Buffered extends WrappedTransaction {
        private final Storage storage;
        private final List<Consumer<StorageTransaction>> writes = new ArrayList<>();

        Buffered(Storage storage, StorageTransaction snapshot) {
            super(snapshot);
            this.storage = storage;
        }

        @Override
        public long insert(CollectionSchema collection, TenantId tenant, DocumentWrite write) {
            writes.add(tx -> {
                StoredDocument present = tx.get(collection, tenant, write.id());
                if (present == null) {
                    tx.insert(collection, tenant, write);
                } else {
                    tx.update(collection, tenant, write, present.version());
                }
            });
            return 1;
        }

        @Override
        public long update(CollectionSchema collection, TenantId tenant, DocumentWrite write, long expectedVersion) {
            return insert(collection, tenant, write);
        }

        @Override
        public void commit() {
            sound.commit();
            StorageTransaction transaction = storage.beginWrite(Collections.emptySortedSet());
            try {
                writes.forEach(write -> write.accept(transaction));
                transaction.commit();
            } finally {
                transaction.rollback();
            }
        }
    }
}
