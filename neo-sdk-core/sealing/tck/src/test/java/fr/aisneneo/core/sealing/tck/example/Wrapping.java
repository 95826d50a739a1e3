package fr.aisneneo.core.sealing.tck.example;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.SealingError;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Secrets encrypted with AES-GCM, each bound to a name, so that one cannot be put in the place of another. */
record Wrapping(SecretKey key) {
    private static final int NONCE = 12;

    static Wrapping with(byte[] key) {
        return new Wrapping(new SecretKeySpec(key, "AES"));
    }

    static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return random;
    }

    String wrap(byte[] secret, String name) {
        byte[] nonce = random(NONCE);
        byte[] wrapped = run(Cipher.ENCRYPT_MODE, nonce, secret, name);
        byte[] both = Arrays.copyOf(nonce, NONCE + wrapped.length);
        System.arraycopy(wrapped, 0, both, NONCE, wrapped.length);
        return Base64.getEncoder().encodeToString(both);
    }

    byte[] unwrap(String text, String name) {
        try {
            byte[] both = Base64.getDecoder().decode(text);
            byte[] nonce = Arrays.copyOf(both, NONCE);
            return run(Cipher.DECRYPT_MODE, nonce, Arrays.copyOfRange(both, NONCE, both.length), name);
        } catch (IllegalArgumentException e) {
            throw damaged(name, e);
        }
    }

    private byte[] run(int mode, byte[] nonce, byte[] bytes, String name) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, key, new GCMParameterSpec(128, nonce));
            cipher.updateAAD(name.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw damaged(name, e);
        }
    }

    private static StorageException damaged(String name, Exception e) {
        return new StorageException(SealingError.KEY_STORE_DAMAGED, Map.of("file", "keys", "where", name), e);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "Wrapping";
    }
}
