package fr.aisneneo.core.sealing.internal;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.crypto.Cipher;
import javax.crypto.Mac;

/**
 * Ciphers and hashes of the JDK to use again: to look one up takes as long as to seal a small document with it. Each is
 * used by one thread at a time, and set up anew for each use; there are as many as were ever used at once. Thread-safe.
 */
public final class Primitives {
    private final Queue<Cipher> ciphers = new ConcurrentLinkedQueue<>();
    private final Queue<Mac> macs = new ConcurrentLinkedQueue<>();
    private final SecureRandom random = new SecureRandom();

    /** None yet. */
    public Primitives() {}

    /** What is done with one. */
    interface Use<P, R> {
        R apply(P primitive) throws GeneralSecurityException;
    }

    <R> R withCipher(Use<Cipher, R> use) throws GeneralSecurityException {
        Cipher idle = ciphers.poll();
        Cipher cipher = idle == null ? Cipher.getInstance("AES/GCM/NoPadding") : idle;
        R result = use.apply(cipher);
        // One that failed is not used again.
        ciphers.add(cipher);
        return result;
    }

    <R> R withMac(Use<Mac, R> use) throws GeneralSecurityException {
        Mac idle = macs.poll();
        Mac mac = idle == null ? Mac.getInstance("HmacSHA256") : idle;
        R result = use.apply(mac);
        macs.add(mac);
        return result;
    }

    byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
