package fr.aisneneo.core.ledger.internal;

/** The 32 bytes of a tenant that salts of leaves are made of. Immutable and thread-safe. */
public final class LeafKey {
    private static final int LENGTH = 32;

    private final byte[] bytes;

    /**
     * A key.
     *
     * @param bytes 32 bytes that nobody can guess; copied
     */
    public LeafKey(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A key for leaves has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /**
     * The key itself.
     *
     * @return a copy of its 32 bytes
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "LeafKey";
    }
}
