package fr.aisneneo.example.portal.session;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that prove that a form was sent by a page of ours: an HMAC of the browser's cookie under a key that lives as
 * long as the process. Another site can make a browser send the cookie, but cannot know the token. Thread-safe.
 */
public final class CsrfTokens {
    /** The form field. */
    public static final String FIELD = "_csrf";

    /** The header, for scripts. */
    public static final String HEADER = "X-CSRF-Token";

    private static final String ALGORITHM = "HmacSHA256";
    private static final int LONGEST = 200;

    private final RandomTokens random = new RandomTokens();
    private final SecretKeySpec key = new SecretKeySpec(random.bytes(), ALGORITHM);

    /** Tokens under a new key. */
    public CsrfTokens() {}

    /**
     * A token of a browser. Each one looks different, so that nothing is learnt from how well a page that shows it
     * compresses.
     */
    public String of(String cookie) {
        byte[] mask = random.bytes();
        byte[] token = Arrays.copyOf(mask, 2 * mask.length);
        System.arraycopy(xor(proof(cookie), mask), 0, token, mask.length, mask.length);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Whether a token is one of the browser; takes the same time whatever the answer. */
    public boolean matches(String cookie, @Nullable String token) {
        byte[] proof = proof(cookie);
        byte[] sent = decode(token);
        if (sent.length != 2 * proof.length) {
            return false;
        }
        byte[] mask = Arrays.copyOf(sent, proof.length);
        return MessageDigest.isEqual(proof, xor(Arrays.copyOfRange(sent, proof.length, sent.length), mask));
    }

    private byte[] proof(String cookie) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(cookie.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM, e);
        }
    }

    private static byte[] decode(@Nullable String token) {
        try {
            return token == null || token.length() > LONGEST
                    ? new byte[0]
                    : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static byte[] xor(byte[] bytes, byte[] mask) {
        byte[] mixed = new byte[mask.length];
        for (int i = 0; i < mask.length; i++) {
            mixed[i] = (byte) (bytes[i] ^ mask[i]);
        }
        return mixed;
    }
}
