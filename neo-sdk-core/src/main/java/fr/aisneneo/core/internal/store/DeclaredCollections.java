package fr.aisneneo.core.internal.store;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.DocumentCollection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The collections of a store, each made ready once. */
final class DeclaredCollections {
    private final DocumentStore store;
    private final Map<String, DocumentCollection<?>> ready = new ConcurrentHashMap<>();

    DeclaredCollections(DocumentStore store) {
        this.store = store;
    }

    /** Makes the collection ready that keeps the schemas of the others. */
    void start() {
        store.storage().declare(SchemaRecord.COLLECTION.schema());
        ready.put(SchemaRecord.COLLECTION.name(), SchemaRecord.COLLECTION);
    }

    <T> void declare(DocumentCollection<T> collection) {
        if (isReady(collection)) {
            return;
        }
        if (store.current() != null) {
            throw new IllegalStateException("Declare " + collection + " before the transaction begins");
        }
        synchronized (this) {
            if (!isReady(collection)) {
                store.storage().declare(collection.schema());
                new SchemaUpgrade<>(store, collection).run();
                // Only now: whoever finds it ready uses it without waiting.
                ready.put(collection.name(), collection);
            }
        }
    }

    void check(DocumentCollection<?> collection) {
        if (!isReady(collection)) {
            throw new IllegalStateException("Collection " + collection + " is used before it was declared");
        }
    }

    @Nullable DocumentCollection<?> find(String name) {
        return ready.get(name);
    }

    private boolean isReady(DocumentCollection<?> collection) {
        DocumentCollection<?> known = ready.get(collection.name());
        if (known != null && known != collection) {
            throw new StorageException(
                    CoreError.STORAGE_SCHEMA,
                    Map.of("collection", collection.name(), "reason", "declared twice, by different constants"));
        }
        return known != null;
    }
}
