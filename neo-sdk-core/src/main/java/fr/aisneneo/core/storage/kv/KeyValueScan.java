package fr.aisneneo.core.storage.kv;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.ScanHit;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns the bounds of a scan into keys and walks them. */
final class KeyValueScan {
    private KeyValueScan() {}

    static List<ScanHit> hits(KeyValues view, ScanRequest request) {
        IndexSchema index = request.index();
        byte[] documents = OrderedKeys.documents(request.collection(), request.tenant());
        byte[] prefix =
                index == null ? documents : OrderedKeys.index(request.collection(), request.tenant(), index.name());
        byte[] from = bound(prefix, index, request.lower(), !request.lowerInclusive());
        byte[] to = bound(prefix, index, request.upper(), request.upperInclusive());
        ScanPosition after = request.after();
        if (after != null) {
            byte[] last = OrderedKeys.join(prefix, OrderedKeys.tuple(after.key()), OrderedKeys.id(after.id()));
            if (request.descending()) {
                to = Arrays.compareUnsigned(last, to) < 0 ? last : to;
            } else {
                byte[] next = Arrays.copyOf(last, last.length + 1);
                from = Arrays.compareUnsigned(next, from) > 0 ? next : from;
            }
        }
        List<ScanHit> hits = new ArrayList<>();
        if (Arrays.compareUnsigned(from, to) >= 0) {
            return hits;
        }
        try (KeyValueCursor cursor = view.scan(from, to, request.descending())) {
            while (hits.size() < request.limit() && cursor.next()) {
                hits.add(
                        index == null
                                ? document(prefix.length, cursor)
                                : entry(view, documents, index, prefix.length, cursor.key()));
            }
        }
        return hits;
    }

    /** Skips from tenant to tenant: one look-up each, however many documents they have. */
    static List<TenantId> tenants(KeyValues view, CollectionSchema collection) {
        List<TenantId> tenants = new ArrayList<>();
        byte[] prefix = OrderedKeys.documents(collection);
        byte[] end = OrderedKeys.behind(prefix);
        byte[] from = prefix;
        while (true) {
            try (KeyValueCursor cursor = view.scan(from, end, false)) {
                if (!cursor.next()) {
                    return tenants;
                }
                byte[] key = cursor.key();
                int length = 0;
                while (key[prefix.length + length] != 0) {
                    length++;
                }
                TenantId tenant = TenantId.stored(new String(key, prefix.length, length, StandardCharsets.US_ASCII));
                tenants.add(tenant);
                from = OrderedKeys.behind(OrderedKeys.documents(collection, tenant));
            }
        }
    }

    /** The first key at a bound, or the first one behind everything that starts with it. */
    private static byte[] bound(byte[] prefix, @Nullable IndexSchema index, IndexKey key, boolean behind) {
        if (index != null || key.values().isEmpty()) {
            byte[] bound = OrderedKeys.join(prefix, OrderedKeys.tuple(key));
            return behind ? OrderedKeys.behind(bound) : bound;
        }
        // An id ends its key without a terminator, so that the next possible one has one more byte.
        byte[] bound =
                OrderedKeys.join(prefix, OrderedKeys.id((String) key.values().get(0)));
        return behind ? Arrays.copyOf(bound, bound.length + 1) : bound;
    }

    private static ScanHit document(int offset, KeyValueCursor cursor) {
        byte[] key = cursor.key();
        String id = new String(key, offset, key.length - offset, StandardCharsets.UTF_8);
        return new ScanHit(
                new ScanPosition(IndexKey.EMPTY, id),
                KeyValueTransaction.stored(id, DocumentValue.decode(cursor.value())));
    }

    private static ScanHit entry(KeyValues view, byte[] documents, IndexSchema index, int offset, byte[] key) {
        ScanPosition position = OrderedKeys.position(index, key, offset);
        byte[] value = view.get(OrderedKeys.join(documents, OrderedKeys.id(position.id())));
        if (value == null) {
            throw new IllegalStateException("An entry of index " + index.name() + " points to no document");
        }
        return new ScanHit(position, KeyValueTransaction.stored(position.id(), DocumentValue.decode(value)));
    }
}
