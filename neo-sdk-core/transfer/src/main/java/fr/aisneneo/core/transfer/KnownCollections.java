package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.WholeStore.KeptCollection;
import fr.aisneneo.core.storage.WholeStore.Snapshot;
import fr.aisneneo.core.transfer.internal.ImportMark;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The collections of a store, all of them declared by this process: what is not declared can be neither read nor
 * written, and to leave it out in silence would be to lose it.
 */
final class KnownCollections {
    private final Map<String, DocumentCollection<?>> declared = new LinkedHashMap<>();

    /**
     * Those of a store, in the order of their names.
     *
     * @throws RefusedException {@code transfer.collections.undeclared}, or {@code transfer.collection.schema} for one
     *     that another process is just bringing to another schema
     */
    KnownCollections(Snapshot snapshot) {
        List<KeptCollection> kept = snapshot.collections().stream()
                .filter(collection -> !isMark(collection))
                .toList();
        String missing = kept.stream()
                .filter(collection -> collection.declared() == null)
                .map(KeptCollection::name)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new RefusedException(TransferError.UNDECLARED, Map.of("collections", missing));
        }
        for (KeptCollection collection : kept) {
            DocumentCollection<?> known = Objects.requireNonNull(collection.declared());
            if (!collection.complete() || collection.schemaVersion() != known.schemaVersion()) {
                throw otherSchema(collection.name(), collection.schemaVersion(), known.schemaVersion());
            }
            declared.put(collection.name(), known);
        }
    }

    static boolean isMark(KeptCollection collection) {
        return collection.name().equals(ImportMark.COLLECTION.name());
    }

    static RefusedException otherSchema(String collection, Object found, Object known) {
        return new RefusedException(
                TransferError.SCHEMA, Map.of("collection", collection, "found", found, "known", known));
    }

    Iterable<DocumentCollection<?>> all() {
        return declared.values();
    }

    Optional<DocumentCollection<?>> find(String name) {
        return Optional.ofNullable(declared.get(name));
    }
}
