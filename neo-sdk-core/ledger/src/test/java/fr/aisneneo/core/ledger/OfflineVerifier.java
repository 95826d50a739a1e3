package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.proof.TransferProof;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * What somebody would write who has the published layouts and a JDK, and nothing of the ledger: by the recursion of RFC
 * 9162, not by its loop.
 */
final class OfflineVerifier {
    private OfflineVerifier() {}

    static byte[] sha(byte[]... parts) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            Arrays.stream(parts).forEach(sha::update);
            return sha.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The root over leaves (2.1.1). */
    static byte[] root(List<byte[]> leaves) {
        if (leaves.size() == 1) {
            return sha(new byte[] {0}, leaves.get(0));
        }
        int half = Integer.highestOneBit(leaves.size() - 1);
        return sha(new byte[] {1}, root(leaves.subList(0, half)), root(leaves.subList(half, leaves.size())));
    }

    /** The root that follows from a leaf and what stands beside its way, the lowest first (2.1.3.1, backwards). */
    static byte[] root(byte[] leaf, int index, int size, List<String> path) {
        if (size == 1) {
            if (index != 0 || !path.isEmpty()) {
                throw new IllegalArgumentException("no such way");
            }
            return sha(new byte[] {0}, leaf);
        }
        int half = Integer.highestOneBit(size - 1);
        byte[] top = Base64.getDecoder().decode(path.get(path.size() - 1));
        List<String> below = path.subList(0, path.size() - 1);
        return index < half
                ? sha(new byte[] {1}, root(leaf, index, half, below), top)
                : sha(new byte[] {1}, top, root(leaf, index - half, size - half, below));
    }

    /** Whether the text of a proof shows that the event commits to the transfer; gives the bytes of the leaf. */
    static byte[] verified(String proof, String event) {
        List<String> lines = proof.lines().toList();
        String id = word(lines.get(1));
        byte[] leaf = Base64.getDecoder().decode(word(lines.get(2)));
        int index = Integer.parseInt(word(lines.get(3)));
        int size = Integer.parseInt(word(lines.get(4)));
        List<String> path = lines.subList(5, lines.size());
        String root = HexFormat.of().formatHex(root(leaf, index, size, path));
        if (!event.contains("\"id\":\"" + id + "\"") || !event.contains("\"payload\":{\"root\":\"" + root + "\"")) {
            throw new IllegalArgumentException("not proved");
        }
        return leaf;
    }

    /** The second of two. */
    private static String word(String line) {
        return line.substring(line.indexOf(' ') + 1);
    }

    /** One side's part of a leaf, from what the statement shows of it. */
    static byte[] seal(String salt, long previous, long... counters) {
        StringBuilder hex = new StringBuilder(salt).append(hex(previous));
        Arrays.stream(counters).forEach(counter -> hex.append(hex(counter)));
        return sha(HexFormat.of().parseHex(hex));
    }

    private static String hex(long value) {
        return HexFormat.of().toHexDigits(value);
    }

    /** Another JVM that knows the classes of the ledger, and no other library. */
    public static void main(String... arguments) throws Exception {
        String proof = new String(Base64.getDecoder().decode(arguments[0]), StandardCharsets.UTF_8);
        String event = new String(Base64.getDecoder().decode(arguments[1]), StandardCharsets.UTF_8);
        System.out.println(TransferProof.parse(proof).verify(event));
    }
}
