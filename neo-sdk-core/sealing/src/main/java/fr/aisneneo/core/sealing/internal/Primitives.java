package fr.aisneneo.core.sealing.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * Ciphers and hashes of the JDK to use again: to look one up takes as long as to seal a small document with it, and so
 * does setting up a cipher with another key than it had before. Each is used by one thread at a time. Thread-safe.
 */
public final class Primitives {
    private final IdlePlaces<Cipher> ciphers = new IdlePlaces<>(() -> Cipher.getInstance("AES/GCM/NoPadding"));
    private final IdlePlaces<Mac> macs = new IdlePlaces<>(() -> Mac.getInstance("HmacSHA256"));
    private final SecureRandom random = new SecureRandom();

    /** None yet. */
    public Primitives() {}

    /** What is done with one. */
    interface Use<P, R> {
        R apply(P primitive) throws GeneralSecurityException;
    }

    /** With the cipher that was used last with a key of this hash, if it is idle. */
    <R> R withCipher(int keyHash, Use<Cipher, R> use) throws GeneralSecurityException {
        return ciphers.with(keyHash, use);
    }

    <R> R withMac(int keyHash, Use<Mac, R> use) throws GeneralSecurityException {
        return macs.with(keyHash, use);
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Lets go of all that are idle, and of the keys that they were used with. */
    void clear() {
        ciphers.clear();
        macs.clear();
    }
}
