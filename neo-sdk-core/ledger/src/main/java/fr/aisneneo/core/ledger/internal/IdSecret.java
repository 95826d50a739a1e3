package fr.aisneneo.core.ledger.internal;

import fr.aisneneo.core.storage.DocumentCodec;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The 32 bytes that make the ledger's own ids of a tenant unforeseeable. Immutable and thread-safe. */
public final class IdSecret {
    /** The id of the one document of each tenant. */
    public static final String DOCUMENT = "own_ids";

    static final int LENGTH = 32;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] bytes;

    IdSecret(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("A secret has 32 bytes");
        }
        this.bytes = bytes.clone();
    }

    /**
     * An id that follows from another one and that nobody can compute without the secret.
     *
     * @param from the other one
     * @param purpose what for
     * @param number which one of several
     * @return always the same id
     */
    public UUID id(UUID from, String purpose, long number) {
        return DerivedIds.id(hmac(DerivedIds.text(from, purpose, number)));
    }

    /** A key for something else. No id is made of a text so short. */
    LeafKey leafKey() {
        return new LeafKey(hmac("leaf".getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] hmac(byte[] text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(bytes, ALGORITHM));
            return mac.doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java has HMAC with SHA-256", e);
        }
    }

    /** Without the bytes. */
    @Override
    public String toString() {
        return "IdSecret";
    }

    /** Packs it: the form 1, the bytes. */
    static final class Codec implements DocumentCodec<IdSecret> {
        private static final int FORM = 1;

        @Override
        public byte[] encode(IdSecret secret) {
            byte[] body = new byte[1 + LENGTH];
            body[0] = FORM;
            System.arraycopy(secret.bytes, 0, body, 1, LENGTH);
            return body;
        }

        @Override
        public IdSecret decode(byte[] body) {
            if (body.length != 1 + LENGTH || body[0] != FORM) {
                throw new IllegalArgumentException("Not a secret for ids");
            }
            return new IdSecret(Arrays.copyOfRange(body, 1, body.length));
        }
    }
}
