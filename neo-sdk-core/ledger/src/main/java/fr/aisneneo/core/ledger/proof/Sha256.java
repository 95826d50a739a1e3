package fr.aisneneo.core.ledger.proof;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes as RFC 9162, section 2.1 makes them. Thread-safe. */
final class Sha256 {
    static final int BYTES = 32;

    private Sha256() {}

    static byte[] of(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    static byte[] leaf(byte[] content) {
        return of(new byte[] {0}, content);
    }

    static byte[] node(byte[] left, byte[] right) {
        return of(new byte[] {1}, left, right);
    }
}
