package fr.aisneneo.core.storage;

import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.StorageLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A range of an index: equal first parts, then bounds on the next one. Immutable; each method returns another scan.
 *
 * <pre>{@code
 * Scan.by(BY_START).equalTo(space).from(monday).before(sunday).descending().limit(50)
 * }</pre>
 *
 * @param <T> the type of the collection
 */
public final class Scan<T> {
    private static final IndexPart ID = new IndexPart("id", PartType.STRING);

    private final @Nullable IndexSchema index;
    private final List<Object> equal;
    private final @Nullable Object lower;
    private final boolean lowerInclusive;
    private final @Nullable Object upper;
    private final boolean upperInclusive;
    private final boolean descending;
    private final int limit;
    private final @Nullable Cursor cursor;

    private Scan(
            @Nullable IndexSchema index,
            List<Object> equal,
            @Nullable Object lower,
            boolean lowerInclusive,
            @Nullable Object upper,
            boolean upperInclusive,
            boolean descending,
            int limit,
            @Nullable Cursor cursor) {
        this.index = index;
        this.equal = equal;
        this.lower = lower;
        this.lowerInclusive = lowerInclusive;
        this.upper = upper;
        this.upperInclusive = upperInclusive;
        this.descending = descending;
        this.limit = limit;
        this.cursor = cursor;
    }

    /**
     * All documents in the order of an index.
     *
     * @param index an index of the collection
     * @param <T> the type of the collection
     * @return the scan, with a limit of 100
     */
    public static <T> Scan<T> by(Index<T> index) {
        return new Scan<>(index.schema(), List.of(), null, true, null, true, false, 100, null);
    }

    /**
     * All documents in the order of their ids; bounds are ids.
     *
     * @param <T> the type of the collection
     * @return the scan, with a limit of 100
     */
    public static <T> Scan<T> byId() {
        return new Scan<>(null, List.of(), null, true, null, true, false, 100, null);
    }

    /**
     * Only documents whose first parts have these values.
     *
     * @param values String, Long, Instant or Boolean by the type of each part; fewer than or as many as the parts
     * @return the scan
     */
    public Scan<T> equalTo(Object... values) {
        if (index == null) {
            throw new IllegalArgumentException("Read one document by its id with get");
        }
        List<Object> checked = new ArrayList<>(values.length);
        for (int part = 0; part < values.length; part++) {
            checked.add(PartValues.checked(index.parts().get(part), values[part]));
        }
        return new Scan<>(index, checked, lower, lowerInclusive, upper, upperInclusive, descending, limit, cursor);
    }

    /**
     * Only from a value of the next part on.
     *
     * @param value the first value
     * @return the scan
     */
    public Scan<T> from(Object value) {
        return lower(value, true);
    }

    /**
     * Only behind a value of the next part.
     *
     * @param value the last value left out
     * @return the scan
     */
    public Scan<T> after(Object value) {
        return lower(value, false);
    }

    /**
     * Only before a value of the next part.
     *
     * @param value the first value left out
     * @return the scan
     */
    public Scan<T> before(Object value) {
        return upper(value, false);
    }

    /**
     * Only up to a value of the next part.
     *
     * @param value the last value
     * @return the scan
     */
    public Scan<T> upTo(Object value) {
        return upper(value, true);
    }

    private Scan<T> lower(Object value, boolean inclusive) {
        return new Scan<>(index, equal, next(value), inclusive, upper, upperInclusive, descending, limit, cursor);
    }

    private Scan<T> upper(Object value, boolean inclusive) {
        return new Scan<>(index, equal, lower, lowerInclusive, next(value), inclusive, descending, limit, cursor);
    }

    private Object next(Object value) {
        if (index != null && equal.size() == index.parts().size()) {
            throw new IllegalArgumentException("Index " + index.name() + " has no part behind the equal ones");
        }
        return PartValues.checked(index == null ? ID : index.parts().get(equal.size()), value);
    }

    /**
     * From the end to the start.
     *
     * @return the scan
     */
    public Scan<T> descending() {
        return new Scan<>(index, equal, lower, lowerInclusive, upper, upperInclusive, true, limit, cursor);
    }

    /**
     * At most so many documents a page.
     *
     * @param documents 1 to {@link StorageLimits#SCAN_HITS}; brought into that range
     * @return the scan
     */
    public Scan<T> limit(int documents) {
        int bounded = Math.max(1, Math.min(documents, StorageLimits.SCAN_HITS));
        return new Scan<>(index, equal, lower, lowerInclusive, upper, upperInclusive, descending, bounded, cursor);
    }

    /**
     * Goes on where a page of the same scan ended.
     *
     * @param end the cursor of that page; empty to begin at the start
     * @return the scan
     */
    public Scan<T> resume(Optional<Cursor> end) {
        return new Scan<>(
                index, equal, lower, lowerInclusive, upper, upperInclusive, descending, limit, end.orElse(null));
    }

    /**
     * The index followed.
     *
     * @return the index, or empty for the order of ids
     */
    public Optional<IndexSchema> index() {
        return Optional.ofNullable(index);
    }

    /**
     * The cursor to go on from.
     *
     * @return the cursor, if any
     */
    public Optional<Cursor> cursor() {
        return Optional.ofNullable(cursor);
    }

    /**
     * Where the range starts, as engines take it.
     *
     * @return a prefix of the tuple
     */
    public IndexKey lower() {
        return bound(lower);
    }

    /**
     * Whether the start is in the range.
     *
     * @return true for {@link #from} or no bound
     */
    public boolean lowerInclusive() {
        return lower == null || lowerInclusive;
    }

    /**
     * Where the range ends, as engines take it.
     *
     * @return a prefix of the tuple
     */
    public IndexKey upper() {
        return bound(upper);
    }

    /**
     * Whether the end is in the range.
     *
     * @return true for {@link #upTo} or no bound
     */
    public boolean upperInclusive() {
        return upper == null || upperInclusive;
    }

    private IndexKey bound(@Nullable Object value) {
        if (value == null) {
            return new IndexKey(equal);
        }
        List<Object> key = new ArrayList<>(equal);
        key.add(value);
        return new IndexKey(key);
    }

    /**
     * Whether it goes from the end to the start.
     *
     * @return true after {@link #descending()}
     */
    public boolean isDescending() {
        return descending;
    }

    /**
     * How many documents a page has at most.
     *
     * @return the limit
     */
    public int limit() {
        return limit;
    }
}
