package fr.aisneneo.core.internal.store;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.aisneneo.core.storage.spi.StoredDocument;
import fr.aisneneo.core.tenant.TenantId;
import java.util.function.Function;

/**
 * Decoded values by collection, tenant, id and version. A committed version of an id never comes back with another body
 * (see {@link fr.aisneneo.core.storage.spi.StorageTransaction#insert}), so an entry can be forgotten but never be
 * wrong: there is nothing to invalidate. What the running transaction wrote itself is not committed and stays out.
 */
final class DecodedDocuments {
    private static final long BODY_BYTES = 16L << 20;
    private static final int ENTRY_OVERHEAD = 200;

    private final Cache<Key, Entry> cache = Caffeine.newBuilder()
            .maximumWeight(BODY_BYTES)
            .weigher((Key key, Entry entry) -> entry.weight())
            .build();

    private record Key(String collection, TenantId tenant, String id, long version) {}

    private record Entry(Object value, int weight) {}

    <T> T get(
            String collection,
            TenantId tenant,
            StoredDocument document,
            Class<T> type,
            Function<StoredDocument, T> decode) {
        Key key = new Key(collection, tenant, document.id(), document.version());
        Entry known = cache.getIfPresent(key);
        if (known != null && type.isInstance(known.value())) {
            return type.cast(known.value());
        }
        T value = decode.apply(document);
        cache.put(key, new Entry(value, document.body().length + ENTRY_OVERHEAD));
        return value;
    }
}
