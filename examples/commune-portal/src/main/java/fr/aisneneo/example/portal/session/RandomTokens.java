package fr.aisneneo.example.portal.session;

import java.security.SecureRandom;
import java.util.Base64;

/** Texts that nobody can guess. Thread-safe. */
final class RandomTokens {
    private static final int BYTES = 32;

    private final SecureRandom random = new SecureRandom();

    byte[] bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return bytes;
    }

    /** 256 bits as 43 characters that a cookie and a form can carry. */
    String next() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
    }
}
