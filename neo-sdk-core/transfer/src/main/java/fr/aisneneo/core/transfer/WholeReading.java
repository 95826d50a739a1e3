package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.WholeStore.Snapshot;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Every document of a snapshot as a line, in the one order. */
final class WholeReading {
    /** Each may be as large as a document can be. */
    private static final int PAGE = 16;

    private final Snapshot snapshot;
    private final LineTaker taker;

    /** Takes the lines. */
    interface LineTaker {
        void take(DocumentCollection<?> collection, byte[] line) throws IOException;
    }

    WholeReading(Snapshot snapshot, LineTaker taker) {
        this.snapshot = snapshot;
        this.taker = taker;
    }

    void read(KnownCollections collections) throws IOException {
        for (DocumentCollection<?> collection : collections.all()) {
            for (TenantId tenant : snapshot.tenants(collection)) {
                read(collection, tenant);
            }
        }
    }

    private void read(DocumentCollection<?> collection, TenantId tenant) throws IOException {
        String after = null;
        List<StoredDocument> page;
        do {
            checkNotInterrupted();
            page = snapshot.documents(collection, tenant, after, PAGE);
            for (StoredDocument document : page) {
                if (document.schemaVersion() != collection.schemaVersion()) {
                    throw KnownCollections.otherSchema(
                            collection.name(), document.schemaVersion(), collection.schemaVersion());
                }
                taker.take(
                        collection,
                        DocumentLine.of(
                                        collection.schema().format(),
                                        collection.name(),
                                        tenant.value(),
                                        document.id(),
                                        document.body())
                                .bytes());
                after = document.id();
            }
        } while (page.size() == PAGE);
    }

    /** The flag stays set. */
    static void checkNotInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of());
        }
    }
}
