package fr.aisneneo.core.storage.spi;

/**
 * The bounds that hold on every engine, so that data moves between engines unchanged.
 *
 * <p>Immutable and thread-safe.
 */
public final class StorageLimits {
    /** The longest document id, in bytes of UTF-8. */
    public static final int ID_BYTES = 200;
    /** The longest string part of an index tuple, in bytes of UTF-8. */
    public static final int STRING_PART_BYTES = 512;
    /** The longest index tuple as a whole, in bytes of UTF-8 and eight bytes for each other part. */
    public static final int TUPLE_BYTES = 1_200;
    /** The largest body, in bytes. */
    public static final int BODY_BYTES = 4 << 20;
    /** The most documents that one transaction may write. */
    public static final int TRANSACTION_WRITES = 100_000;
    /** The most body bytes that one transaction may write. */
    public static final int TRANSACTION_BYTES = 128 << 20;
    /** The most hits that one scan returns. */
    public static final int SCAN_HITS = 1_000;

    private StorageLimits() {}
}
