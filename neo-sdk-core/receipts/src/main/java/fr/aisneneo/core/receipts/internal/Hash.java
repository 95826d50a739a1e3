package fr.aisneneo.core.receipts.internal;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/**
 * A hash of the tree: SHA-256 with a prefix that keeps leaves and nodes apart (RFC 9162, 2.1.1). Immutable.
 *
 * @param bytes 32 bytes, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // compared by value below
public record Hash(byte[] bytes) {
    /** The length of a hash, in bytes. */
    public static final int LENGTH = 32;

    /** The root of the tree that has no leaves: the hash of nothing. */
    public static final Hash EMPTY = new Hash(sha256().digest());

    /**
     * The hash of a leaf.
     *
     * @param data what the leaf says
     * @return its hash
     */
    public static Hash leaf(byte[] data) {
        MessageDigest digest = sha256();
        digest.update((byte) 0);
        return new Hash(digest.digest(data));
    }

    /**
     * The hash of a node.
     *
     * @param left its left child
     * @param right its right child
     * @return its hash
     */
    public static Hash node(Hash left, Hash right) {
        MessageDigest digest = sha256();
        digest.update((byte) 1);
        digest.update(left.bytes);
        return new Hash(digest.digest(right.bytes));
    }

    /**
     * As it stands in checkpoints and receipts.
     *
     * @return base64
     */
    public String text() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Hash hash && Arrays.equals(bytes, hash.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    @Override
    public String toString() {
        return text();
    }
}
