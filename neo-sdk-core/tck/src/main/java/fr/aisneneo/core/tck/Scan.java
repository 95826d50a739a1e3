package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.ScanPosition;
import fr.aisneneo.core.storage.spi.ScanRequest;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/** A scan in words: everything, ascending, unless said otherwise. */
record Scan(
        CollectionSchema collection,
        @Nullable IndexSchema index,
        IndexKey lower,
        boolean lowerInclusive,
        IndexKey upper,
        boolean upperInclusive,
        boolean descending,
        @Nullable ScanPosition after,
        int limit) {

    /** In the order of ids. */
    static Scan ofIds(CollectionSchema collection) {
        return new Scan(
                collection, null, IndexKey.EMPTY, true, IndexKey.EMPTY, true, false, null, StorageLimits.SCAN_HITS);
    }

    /** In the order of an index. */
    static Scan of(CollectionSchema collection, IndexSchema index) {
        return ofIds(collection).by(index);
    }

    /** In the order of the collection's only index. */
    static Scan ofKeys(CollectionSchema collection) {
        return of(collection, collection.indexes().get(0));
    }

    private Scan by(IndexSchema order) {
        return new Scan(collection, order, lower, lowerInclusive, upper, upperInclusive, descending, after, limit);
    }

    Scan from(Object... values) {
        return lower(IndexKey.of(values), true);
    }

    Scan behind(Object... values) {
        return lower(IndexKey.of(values), false);
    }

    Scan to(Object... values) {
        return upper(IndexKey.of(values), true);
    }

    Scan before(Object... values) {
        return upper(IndexKey.of(values), false);
    }

    /** What starts with these values. */
    Scan within(Object... values) {
        return from(values).to(values);
    }

    Scan lower(IndexKey key, boolean inclusive) {
        return new Scan(collection, index, key, inclusive, upper, upperInclusive, descending, after, limit);
    }

    Scan upper(IndexKey key, boolean inclusive) {
        return new Scan(collection, index, lower, lowerInclusive, key, inclusive, descending, after, limit);
    }

    Scan backwards() {
        return new Scan(collection, index, lower, lowerInclusive, upper, upperInclusive, true, after, limit);
    }

    Scan after(@Nullable ScanPosition position) {
        return new Scan(collection, index, lower, lowerInclusive, upper, upperInclusive, descending, position, limit);
    }

    Scan first(int hits) {
        return new Scan(collection, index, lower, lowerInclusive, upper, upperInclusive, descending, after, hits);
    }

    ScanRequest request(TenantId tenant) {
        return new ScanRequest(
                collection, tenant, index, lower, lowerInclusive, upper, upperInclusive, descending, after, limit);
    }
}
