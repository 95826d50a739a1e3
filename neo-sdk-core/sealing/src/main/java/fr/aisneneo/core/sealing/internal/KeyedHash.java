package fr.aisneneo.core.sealing.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 (RFC 2104, RFC 4231) of texts, under a key. Immutable and thread-safe. */
public final class KeyedHash {
    private final byte[] secret;
    private final Primitives primitives;

    /**
     * With a key.
     *
     * @param secret the key, of any length but none, copied
     * @param primitives what to work with
     */
    public KeyedHash(byte[] secret, Primitives primitives) {
        this.secret = secret.clone();
        this.primitives = primitives;
    }

    /**
     * The hash of a text.
     *
     * @param text the text
     * @return 43 characters of base64url, which show nothing of it to whoever has not the key
     */
    public String of(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    byte[] of(byte[] bytes) {
        try {
            return primitives.withMac(mac -> {
                mac.init(new SecretKeySpec(secret, "HmacSHA256"));
                return mac.doFinal(bytes);
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }
}
