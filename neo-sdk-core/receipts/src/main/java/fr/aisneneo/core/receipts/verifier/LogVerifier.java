package fr.aisneneo.core.receipts.verifier;

import fr.aisneneo.core.receipts.verifier.ReceiptVerifier.InvalidReceiptException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;

/**
 * Checks a whole log offline: that its leaves, from the first to the last, are what a signed checkpoint says. One that
 * was altered, left out, added or exchanged with another gives another root. Needs a JDK and {@link ReceiptVerifier}
 * and nothing else; from the command line, with a leaf on each line:
 *
 * <pre>{@code
 * java -cp neo-sdk-core-receipts.jar fr.aisneneo.core.receipts.verifier.LogVerifier \
 *         'laon.example/neo/laon+1a2b3c4d+AQ…' checkpoint.txt leaves.jsonl
 * }</pre>
 *
 * <p>Each leaf is hashed as it comes and not kept: a log of any length takes some 2 kB of memory. Source: RFC 9162,
 * 2.1.1; checkpoints as in C2SP tlog-checkpoint. Not thread-safe: one thread adds the leaves in their order.
 */
public final class LogVerifier {
    private static final int HASH_BYTES = 32;
    private static final int MOST_SUBTREES = 64;
    private static final byte LEAF = 0;
    private static final byte NODE = 1;

    private final MessageDigest digest;
    /** The hashes over whole subtrees, the largest first: one for each bit that is set in the size. */
    private final byte[] subtrees = new byte[MOST_SUBTREES * HASH_BYTES];

    private int count;
    private long size;

    /** Of a log that has no leaves yet. */
    public LogVerifier() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /**
     * Adds the next leaf.
     *
     * @param leaf what it says, as it was sealed, of any length; not kept
     */
    public void add(byte[] leaf) {
        digest.update(LEAF);
        digest.update(leaf);
        digestInto(subtrees, count++);
        // Two subtrees of a size are one of twice the size, as ones are carried when a number is counted up.
        for (long carried = size; (carried & 1) == 1; carried >>= 1) {
            join(subtrees, --count - 1);
        }
        size++;
    }

    /** The hash over two that stand side by side, in the place of the first. */
    private void join(byte[] hashes, int left) {
        digest.update(NODE);
        digest.update(hashes, left * HASH_BYTES, 2 * HASH_BYTES);
        digestInto(hashes, left);
    }

    private void digestInto(byte[] hashes, int index) {
        try {
            digest.digest(hashes, index * HASH_BYTES, HASH_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("SHA-256 has 32 bytes", e);
        }
    }

    /**
     * How many leaves were added.
     *
     * @return the count
     */
    public long size() {
        return size;
    }

    /**
     * The root over the leaves so far. More may be added after it.
     *
     * @return 32 bytes; for no leaves the hash of nothing
     */
    public byte[] root() {
        if (count == 0) {
            return digest.digest();
        }
        byte[] hashes = Arrays.copyOf(subtrees, count * HASH_BYTES);
        for (int left = count - 2; left >= 0; left--) {
            join(hashes, left);
        }
        return Arrays.copyOf(hashes, HASH_BYTES);
    }

    /**
     * Checks that the leaves so far are exactly those of a checkpoint. When the log has grown since it was signed, ask
     * as soon as so many were added as it says.
     *
     * @param verifierKey the published key, {@code name+hash+base64}; it must not come with the checkpoint
     * @param checkpoint the checkpoint with its signature, as it was published
     * @throws InvalidReceiptException with the first thing that does not hold
     */
    public void verify(String verifierKey, String checkpoint) throws InvalidReceiptException {
        ReceiptVerifier.SignedRoot signed = new ReceiptVerifier(verifierKey).signedRoot(checkpoint);
        ReceiptVerifier.require(
                size == signed.size(), "the log has " + size + " leaves, the checkpoint is over " + signed.size());
        ReceiptVerifier.require(Arrays.equals(root(), signed.root()), "the leaves are not those that were signed");
    }

    /**
     * Checks a file; says how many leaves it has and ends with 0, or says why not and ends with 1.
     *
     * @param arguments the published key, the file with the checkpoint, and the file with a leaf on each line, in UTF-8
     * @throws IOException if a file cannot be read
     */
    public static void main(String... arguments) throws IOException {
        if (arguments.length != 3) {
            System.err.println("Usage: java -cp JAR " + LogVerifier.class.getName() + " KEY CHECKPOINT LEAVES");
            System.exit(2);
        }
        LogVerifier log = new LogVerifier();
        try (BufferedReader leaves = Files.newBufferedReader(Path.of(arguments[2]))) {
            for (String leaf = leaves.readLine(); leaf != null; leaf = leaves.readLine()) {
                log.add(leaf.getBytes(StandardCharsets.UTF_8));
            }
            log.verify(arguments[0], Files.readString(Path.of(arguments[1])));
            System.out.println("Verified: " + log.size() + " leaves");
        } catch (InvalidReceiptException e) {
            System.err.println("Not proved: " + e.getMessage());
            System.exit(1);
        }
    }
}
