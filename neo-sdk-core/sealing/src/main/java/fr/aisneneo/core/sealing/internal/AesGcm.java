package fr.aisneneo.core.sealing.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * AES-256 in Galois/Counter Mode (NIST SP 800-38D) with a random nonce of 96 bits and a tag of 128 bits, from the JDK.
 *
 * <p><b>Nonces.</b> A nonce that comes twice under one key breaks the mode. They are drawn by {@link SecureRandom}: for
 * n uses of a key the chance of a repetition is below n²/2⁹⁷, and SP 800-38D, section 8.3, allows 2³² uses, at which it
 * is 2⁻³³. A key of ours serves one person and one purpose: a change a second for a hundred years is 3·10⁹, less than
 * 2³². A root key wraps each data key once, so a town's root key is used some hundred thousand times.
 *
 * <p>Immutable and thread-safe.
 */
public final class AesGcm {
    /** The length of a nonce, in bytes. */
    public static final int NONCE_BYTES = 12;

    /** The length of a tag, in bytes. */
    public static final int TAG_BYTES = 16;

    private final SecretKeySpec key;
    private final int hash;
    private final Primitives primitives;

    /**
     * With a key.
     *
     * @param secret 32 bytes, copied
     * @param primitives what to work with
     */
    public AesGcm(byte[] secret, Primitives primitives) {
        if (secret.length != 32) {
            throw new IllegalArgumentException("AES-256 takes 32 bytes");
        }
        this.key = new SecretKeySpec(secret, "AES");
        this.hash = key.hashCode();
        this.primitives = primitives;
    }

    /**
     * Random bytes for a key or an id.
     *
     * @param length how many
     * @return the bytes
     */
    public static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    /**
     * Encrypts under a fresh nonce.
     *
     * @param plain what to hide
     * @param associated what to bind it to
     * @return nonce, ciphertext and tag
     */
    public byte[] seal(byte[] plain, byte[] associated) {
        return seal(primitives.random(NONCE_BYTES), plain, associated);
    }

    /** Encrypts under a given nonce, which no caller but the published vectors may choose. */
    byte[] seal(byte[] nonce, byte[] plain, byte[] associated) {
        try {
            return primitives.withCipher(hash, cipher -> {
                start(cipher, Cipher.ENCRYPT_MODE, nonce, associated);
                byte[] sealed = Arrays.copyOf(nonce, NONCE_BYTES + plain.length + TAG_BYTES);
                cipher.doFinal(plain, 0, plain.length, sealed, NONCE_BYTES);
                return sealed;
            });
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    /**
     * Decrypts.
     *
     * @param sealed nonce, ciphertext and tag
     * @param associated what it was bound to
     * @return the plain bytes, or empty if anything at all is not what it was
     */
    public Optional<byte[]> open(byte[] sealed, byte[] associated) {
        if (sealed.length < NONCE_BYTES + TAG_BYTES) {
            return Optional.empty();
        }
        try {
            return Optional.of(primitives.withCipher(hash, cipher -> {
                start(cipher, Cipher.DECRYPT_MODE, Arrays.copyOf(sealed, NONCE_BYTES), associated);
                return cipher.doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
            }));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES in GCM", e);
        }
    }

    private void start(Cipher cipher, int mode, byte[] nonce, byte[] associated) throws GeneralSecurityException {
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(associated);
    }
}
