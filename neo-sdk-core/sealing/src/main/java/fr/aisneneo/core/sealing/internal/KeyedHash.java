package fr.aisneneo.core.sealing.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104, RFC 4231) of texts, under a key. Immutable and thread-safe. */
public final class KeyedHash {
    /** The length of a hash, in bytes. */
    public static final int BYTES = 16;

    private final SecretKeySpec key;
    private final int hash;
    private final Primitives primitives;

    /**
     * With a key.
     *
     * @param secret the key, of any length but none, copied
     * @param primitives what to work with
     */
    public KeyedHash(byte[] secret, Primitives primitives) {
        this.key = new SecretKeySpec(secret, "HmacSHA256");
        this.hash = key.hashCode();
        this.primitives = primitives;
    }

    /**
     * The hash of a text: the first {@value #BYTES} bytes of the HMAC, which RFC 2104, section 5, allows. Among a
     * thousand million texts two have one hash with a chance of less than 2⁻⁶⁸.
     *
     * @param text the text
     * @return 22 characters of base64url, which show nothing of it to whoever has not the key
     */
    public String of(String text) {
        return text(Arrays.copyOf(of(text.getBytes(StandardCharsets.UTF_8)), BYTES));
    }

    /**
     * A hash as text.
     *
     * @param hash {@value #BYTES} bytes
     * @return 22 characters
     */
    public static String text(byte[] hash) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
    }

    /**
     * A hash as bytes.
     *
     * @param text as {@link #text} gives it
     * @return {@value #BYTES} bytes
     * @throws IllegalArgumentException if it is no hash
     */
    public static byte[] bytes(String text) {
        byte[] hash = Base64.getUrlDecoder().decode(text);
        if (hash.length != BYTES) {
            throw new IllegalArgumentException("A hash has " + BYTES + " bytes");
        }
        return hash;
    }

    byte[] of(byte[] bytes) {
        try {
            return primitives.withMac(hash, mac -> {
                mac.init(key);
                return mac.doFinal(bytes);
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
