package fr.aisneneo.core.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from an id which the caller of the same command chose, so that what is done once for it is done once
 * however often it is tried: UUID version 8 (RFC 9562, section 5.8) from SHA-256. Whoever knows the first id can
 * compute them, and so take them beforehand: what follows from an id that others may know before the command has run is
 * made by {@link OwnIds}. Thread-safe.
 */
public final class DerivedIds {
    private DerivedIds() {}

    /**
     * An id that follows from another one.
     *
     * @param from the other one
     * @param purpose what for
     * @param number which one of several
     * @return always the same id
     */
    public static UUID of(UUID from, String purpose, long number) {
        try {
            return id(MessageDigest.getInstance("SHA-256").digest(text(from, purpose, number)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** What an id is made of. All but the purpose has a fixed length, so that no two are the same. */
    static byte[] text(UUID from, String purpose, long number) {
        byte[] name = purpose.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(name.length + 3 * Long.BYTES).put(name);
        bytes.putLong(from.getMostSignificantBits()).putLong(from.getLeastSignificantBits());
        return bytes.putLong(number).array();
    }

    /** The first 122 bits of a hash. */
    static UUID id(byte[] hash) {
        ByteBuffer bits = ByteBuffer.wrap(hash);
        long high = (bits.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
        long low = (bits.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
