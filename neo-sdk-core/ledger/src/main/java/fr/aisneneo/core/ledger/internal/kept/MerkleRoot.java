package fr.aisneneo.core.ledger.internal.kept;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The root of a Merkle tree over the transfers that one event tells (RFC 6962, section 2.1). Not thread-safe. */
final class MerkleRoot {
    private final MessageDigest sha;

    MerkleRoot() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    String of(List<byte[]> leaves) {
        return HexFormat.of().formatHex(hash(leaves));
    }

    private byte[] hash(List<byte[]> leaves) {
        int size = leaves.size();
        if (size == 0) {
            return sha.digest();
        }
        if (size == 1) {
            sha.update((byte) 0);
            return sha.digest(leaves.get(0));
        }
        int half = Integer.highestOneBit(size - 1);
        byte[] left = hash(leaves.subList(0, half));
        byte[] right = hash(leaves.subList(half, size));
        sha.update((byte) 1);
        sha.update(left);
        return sha.digest(right);
    }
}
