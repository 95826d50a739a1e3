package fr.aisneneo.core.receipts.verifier;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Checks a receipt offline: that the event it shows is a leaf of the tree whose signed root it brings along. Needs a
 * JDK and nothing else; this file alone may be copied, compiled and run:
 *
 * <pre>{@code
 * java fr/aisneneo/core/receipts/verifier/ReceiptVerifier.java 'laon.example/neo/laon+1a2b3c4d+AQ…' receipt.txt
 * }</pre>
 *
 * <p>The key is the one the town published, such as on its web site; it must not come with the receipt. Formats: C2SP
 * tlog-proof, tlog-checkpoint and signed-note; hashes as in RFC 9162, 2.1; signatures are Ed25519 (RFC 8032). Immutable
 * and thread-safe.
 */
public final class ReceiptVerifier {
    private static final String FORM = "c2sp.org/tlog-proof@v1";
    private static final int MOST_CHARACTERS = 8 << 20;
    private static final int MOST_HASHES = 64;
    private static final int HASH_BYTES = 32;
    /** What stands before the 32 bytes of an Ed25519 key in its X.509 form (RFC 8410). */
    private static final byte[] X509 = HexFormat.of().parseHex("302a300506032b6570032100");

    private final String name;
    private final byte[] keyHash;
    private final PublicKey key;

    @SuppressWarnings("ArrayRecordComponent") // not compared
    record SignedRoot(long size, byte[] root) {}

    /** Why a receipt or a log proves nothing. */
    public static final class InvalidReceiptException extends Exception {
        private static final long serialVersionUID = 1L;

        InvalidReceiptException(String reason) {
            super(reason);
        }
    }

    /**
     * A verifier for one log.
     *
     * @param verifierKey the published key, {@code name+hash+base64}
     * @throws InvalidReceiptException if it is no such key
     */
    public ReceiptVerifier(String verifierKey) throws InvalidReceiptException {
        String[] parts = verifierKey.strip().split("\\+", 3);
        require(parts.length == 3, "the key is not of the form name+hash+base64");
        byte[] raw = base64(parts[2], "the key");
        require(raw.length == HASH_BYTES + 1 && raw[0] == 1, "the key is no Ed25519 key");
        this.name = parts[0];
        this.keyHash = Arrays.copyOf(sha256((parts[0] + "\n").getBytes(StandardCharsets.UTF_8), raw), 4);
        require(HexFormat.of().formatHex(keyHash).equals(parts[1]), "the key does not match its own hash");
        byte[] encoded = Arrays.copyOf(X509, X509.length + HASH_BYTES);
        System.arraycopy(raw, 1, encoded, X509.length, HASH_BYTES);
        try {
            this.key = KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
        } catch (GeneralSecurityException e) {
            throw new InvalidReceiptException("the key is no Ed25519 key");
        }
    }

    /**
     * Checks a receipt.
     *
     * @param receipt the receipt's text
     * @return what is proved: the event, as JSON
     * @throws InvalidReceiptException with the first thing that does not hold
     */
    public String verify(String receipt) throws InvalidReceiptException {
        require(receipt.length() <= MOST_CHARACTERS, "the receipt is too long");
        int gap = receipt.indexOf("\n\n");
        require(gap > 0, "the receipt has no checkpoint");
        List<String> head = receipt.substring(0, gap).lines().toList();
        require(head.size() >= 3 && head.get(0).equals(FORM), "the first line is not " + FORM);
        require(head.get(1).startsWith("extra "), "the receipt does not show its event");
        require(head.get(2).startsWith("index "), "the receipt does not say which leaf it is");
        byte[] event = base64(head.get(1).substring("extra ".length()), "the event");
        long index = number(head.get(2).substring("index ".length()));
        List<byte[]> path = new ArrayList<>();
        for (String line : head.subList(3, head.size())) {
            byte[] hash = base64(line, "a hash of the path");
            require(hash.length == HASH_BYTES && path.size() < MOST_HASHES, "the path is malformed");
            path.add(hash);
        }
        SignedRoot signed = signedRoot(receipt.substring(gap + 2));
        require(index < signed.size(), "the event is not yet in the tree of the checkpoint");
        require(
                Arrays.equals(rootOver(event, index, signed.size(), path), signed.root()),
                "the event is not in the tree that was signed");
        return new String(event, StandardCharsets.UTF_8);
    }

    /** RFC 9162, 2.1.3.2. */
    private static byte[] rootOver(byte[] event, long index, long size, List<byte[]> path)
            throws InvalidReceiptException {
        long node = index;
        long last = size - 1;
        byte[] hash = sha256(new byte[] {0}, event);
        for (byte[] beside : path) {
            require(last != 0, "the path is too long");
            if ((node & 1) == 1 || node == last) {
                hash = sha256(new byte[] {1}, beside, hash);
                while ((node & 1) == 0 && node != 0) {
                    node >>= 1;
                    last >>= 1;
                }
            } else {
                hash = sha256(new byte[] {1}, hash, beside);
            }
            node >>= 1;
            last >>= 1;
        }
        require(last == 0, "the path is too short");
        return hash;
    }

    /** What a checkpoint says that this log's key signed. */
    SignedRoot signedRoot(String note) throws InvalidReceiptException {
        require(note.length() <= MOST_CHARACTERS, "the checkpoint is too long");
        List<String> lines = signedLines(note);
        return new SignedRoot(number(lines.get(1)), base64(lines.get(2), "the root"));
    }

    private List<String> signedLines(String note) throws InvalidReceiptException {
        int gap = note.indexOf("\n\n");
        require(gap > 0 && note.endsWith("\n"), "the checkpoint is not signed or was cut");
        String text = note.substring(0, gap + 1);
        List<String> lines = text.lines().toList();
        require(lines.size() >= 3 && lines.get(0).equals(name), "the checkpoint is of another log than " + name);
        for (String line : note.substring(gap + 2).lines().toList()) {
            String start = "— " + name + " ";
            if (line.startsWith(start)) {
                byte[] signature = base64(line.substring(start.length()), "the signature");
                if (signature.length == 68 && Arrays.equals(Arrays.copyOf(signature, 4), keyHash)) {
                    require(isSigned(text, Arrays.copyOfRange(signature, 4, 68)), "the signature is wrong");
                    return lines;
                }
            }
        }
        throw new InvalidReceiptException("the checkpoint is not signed with this key");
    }

    private boolean isSigned(String text, byte[] signature) {
        try {
            Signature ed25519 = Signature.getInstance("Ed25519");
            ed25519.initVerify(key);
            ed25519.update(text.getBytes(StandardCharsets.UTF_8));
            return ed25519.verify(signature);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static byte[] base64(String text, String what) throws InvalidReceiptException {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // Bits that nobody needs could be flipped otherwise.
            require(Base64.getEncoder().encodeToString(bytes).equals(text), what + " is not base64");
            return bytes;
        } catch (IllegalArgumentException e) {
            throw new InvalidReceiptException(what + " is not base64");
        }
    }

    private static long number(String text) throws InvalidReceiptException {
        require(text.matches("0|[1-9][0-9]{0,17}"), "a number is malformed");
        return Long.parseLong(text);
    }

    static void require(boolean holds, String otherwise) throws InvalidReceiptException {
        if (!holds) {
            throw new InvalidReceiptException(otherwise);
        }
    }

    /**
     * Checks a file; prints the event and ends with 0, or says why not and ends with 1.
     *
     * @param arguments the published key and the file
     * @throws IOException if the file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("Usage: java …/verifier/ReceiptVerifier.java KEY RECEIPT");
            System.exit(2);
        }
        try {
            System.out.println(new ReceiptVerifier(arguments[0]).verify(Files.readString(Path.of(arguments[1]))));
        } catch (InvalidReceiptException e) {
            System.err.println("Not proved: " + e.getMessage());
            System.exit(1);
        }
    }
}
