package fr.aisneneo.core.storage.spi;

import fr.aisneneo.core.tenant.TenantId;
import org.jspecify.annotations.Nullable;

/**
 * A range of documents in the order of an index, ties in the order of their ids.
 *
 * <p>A bound is a prefix of the tuple. Inclusive means with everything that starts with it, exclusive without all of
 * that; so an {@linkplain IndexKey#EMPTY empty} bound leaves a range open when inclusive, and empty when exclusive. A
 * range that ends before it starts is empty.
 *
 * @param collection the collection
 * @param tenant whose documents
 * @param index the index to follow; null for the order of ids, where a bound is one string
 * @param lower where the range starts
 * @param lowerInclusive whether tuples that start with {@code lower} are in it
 * @param upper where the range ends
 * @param upperInclusive whether tuples that start with {@code upper} are in it
 * @param descending whether to go from the end to the start
 * @param after where an earlier page ended, in the same order: the first hit is the next one behind it, whether or not
 *     that document still exists, and never one outside the bounds; null to start at the beginning
 * @param limit how many hits at most, 1 to {@link StorageLimits#SCAN_HITS}
 */
public record ScanRequest(
        CollectionSchema collection,
        TenantId tenant,
        @Nullable IndexSchema index,
        IndexKey lower,
        boolean lowerInclusive,
        IndexKey upper,
        boolean upperInclusive,
        boolean descending,
        @Nullable ScanPosition after,
        int limit) {}
