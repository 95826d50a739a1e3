package fr.aisneneo.core.receipts;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Who signs checkpoints: a name that the world knows the log by, and an Ed25519 key. Each tenant has a log of its own,
 * {@code name/tenant}, under the same key. Publish {@link #verifierKey} where it cannot be exchanged unseen, such as on
 * the town's web site and in print. Immutable and thread-safe. Source: C2SP signed-note.
 */
public final class LogSigner {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,99}(/[a-z0-9._-]{1,60}){0,4}");
    private static final int RAW_KEY = 32;
    private static final int KEY_HASH = 4;

    private final String name;
    private final PrivateKey privateKey;
    private final byte[] publicKey;

    private LogSigner(String name, PrivateKey privateKey, byte[] publicKey) {
        this.name = name;
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * A signer with a key.
     *
     * @param name such as {@code laon.example/neo}: a domain of one's own and a path, no scheme
     * @param keys an Ed25519 key pair
     * @return the signer
     * @throws InvalidInputException {@code input.malformed} for another name or key
     */
    public static LogSigner of(String name, KeyPair keys) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "name", Map.of("expected", NAME.pattern()));
        }
        PublicKey open = keys.getPublic();
        byte[] encoded = open.getEncoded();
        boolean isEd25519 =
                open.getAlgorithm().equals("EdDSA") || open.getAlgorithm().equals("Ed25519");
        if (!isEd25519 || encoded == null || encoded.length != 44) {
            throw new InvalidInputException(CoreError.INPUT_MALFORMED, "keys", Map.of("expected", "Ed25519"));
        }
        return new LogSigner(
                name, keys.getPrivate(), Arrays.copyOfRange(encoded, encoded.length - RAW_KEY, encoded.length));
    }

    /**
     * A signer with a new key, which is gone with the process: for tests and demonstrations.
     *
     * @param name as in {@link #of}
     * @return the signer
     */
    public static LogSigner generate(String name) {
        try {
            return of(name, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 has Ed25519", e);
        }
    }

    /**
     * The name of a tenant's log, which its checkpoints begin with.
     *
     * @param tenant the tenant
     * @return the origin
     */
    public String origin(TenantId tenant) {
        return name + "/" + tenant.value();
    }

    /**
     * What to publish, for whoever checks receipts of a tenant's log.
     *
     * @param tenant the tenant
     * @return {@code origin+hash+base64}
     */
    public String verifierKey(TenantId tenant) {
        byte[] typed = typedKey();
        return origin(tenant) + "+" + HexFormat.of().formatHex(keyHash(origin(tenant))) + "+"
                + Base64.getEncoder().encodeToString(typed);
    }

    /** A signed note: the text, a blank line, the signature. */
    String sign(TenantId tenant, String text) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initSign(privateKey);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            byte[] signature = ed25519.sign();
            byte[] marked = Arrays.copyOf(keyHash(origin(tenant)), KEY_HASH + signature.length);
            System.arraycopy(signature, 0, marked, KEY_HASH, signature.length);
            return text + "\n— " + origin(tenant) + " " + Base64.getEncoder().encodeToString(marked) + "\n";
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The signing key does not sign", e);
        }
    }

    private byte[] typedKey() {
        byte[] typed = new byte[1 + RAW_KEY];
        typed[0] = 1;
        System.arraycopy(publicKey, 0, typed, 1, RAW_KEY);
        return typed;
    }

    private byte[] keyHash(String origin) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update((origin + "\n").getBytes(StandardCharsets.UTF_8));
            return Arrays.copyOf(digest.digest(typedKey()), KEY_HASH);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LogSigner[" + name + "]";
    }
}
