package fr.aisneneo.core.ledger.internal;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Ids that follow from another one, so that what is done once for it is done once however often it is tried: UUID
 * version 8 (RFC 9562, section 5.8) from SHA-256. Thread-safe.
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
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sha.update(purpose.getBytes(StandardCharsets.UTF_8));
            ByteBuffer bytes = ByteBuffer.allocate(24);
            bytes.putLong(from.getMostSignificantBits()).putLong(from.getLeastSignificantBits());
            bytes.putLong(number);
            ByteBuffer hash = ByteBuffer.wrap(sha.digest(bytes.array()));
            long high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x8000L;
            long low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
