package fr.aisneneo.core.sealing.spi;

import java.security.MessageDigest;
import java.util.regex.Pattern;

/** A key in the clear, as briefly as may be. Immutable and thread-safe; its text does not show the key. */
public final class DataKey {
    /** The length of a key, in bytes. */
    public static final int BYTES = 32;

    /** How many bytes the digits of an id stand for. */
    public static final int ID_BYTES = 8;

    private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");

    private final String id;
    private final byte[] secret;

    /**
     * A key.
     *
     * @param id what documents name it by: 16 hexadecimal digits, another for each key that is made
     * @param secret {@value #BYTES} bytes, copied
     * @throws IllegalArgumentException for another id or length
     */
    public DataKey(String id, byte[] secret) {
        if (!ID.matcher(id).matches() || secret.length != BYTES) {
            throw new IllegalArgumentException("A data key has an id of 16 hexadecimal digits and 32 bytes");
        }
        this.id = id;
        this.secret = secret.clone();
    }

    /**
     * What documents name it by.
     *
     * @return 16 hexadecimal digits
     */
    public String id() {
        return id;
    }

    /**
     * The key itself.
     *
     * @return a copy of its {@value #BYTES} bytes
     */
    public byte[] secret() {
        return secret.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof DataKey key && id.equals(key.id) && MessageDigest.isEqual(secret, key.secret);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "DataKey[" + id + "]";
    }
}
