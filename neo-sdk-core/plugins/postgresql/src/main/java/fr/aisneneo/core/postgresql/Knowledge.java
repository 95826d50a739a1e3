package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a transaction read and wrote itself: in one snapshot that cannot change, so it need not be asked for again.
 * Bounded, and may forget anything at any time.
 */
final class Knowledge {
    private static final int MOST_BYTES = 2 << 20;
    private static final int ENTRY_BYTES = 200;

    private final Map<Key, Optional<StoredDocument>> documents = new HashMap<>();
    private int bytes;

    /** A document, whether it exists or not. */
    record Key(String collection, TenantId tenant, String id) {}

    /** The document or that there is none; null where nothing is known. */
    @SuppressWarnings({"NullableOptional", "OptionalAssignedToNull"}) // three answers: there, not there, not known
    @Nullable Optional<StoredDocument> of(Key key) {
        return documents.get(key);
    }

    boolean has(Key key, long version) {
        Optional<StoredDocument> known = of(key);
        return known != null && known.isPresent() && known.get().version() == version;
    }

    void learn(Key key, @Nullable StoredDocument document) {
        bytes += ENTRY_BYTES + (document == null ? 0 : document.body().length);
        if (bytes > MOST_BYTES) {
            forget();
        }
        documents.put(key, Optional.ofNullable(document));
    }

    void forget() {
        documents.clear();
        bytes = 0;
    }
}
