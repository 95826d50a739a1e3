package fr.aisneneo.core.transfer;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What the lines so far come to: the same for whoever writes a file and for whoever checks it. Used by one thread. */
final class Tally {
    static final byte[] CHECK_START = "{\"chunk\":".getBytes(StandardCharsets.US_ASCII);
    static final byte[] END_START = "{\"end\":".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK_DOCUMENTS = 1_000;
    private static final int CHUNK_BYTES = 4 << 20;

    private final MessageDigest digest = sha256();
    private final SortedMap<String, Long> counts = new TreeMap<>();
    private long lines;
    private long bytes;
    private long documents;
    private long chunk;
    private int chunkDocuments;
    private long chunkBytes;

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    /** Takes in the header or the last line. */
    void line(byte[] line) {
        digest.update(line);
        lines++;
        bytes += line.length;
    }

    /** Takes in a document. */
    void document(byte[] line) {
        line(line);
        documents++;
        chunkDocuments++;
        chunkBytes += line.length;
    }

    /** Counts a document for its collection. */
    void count(String collection) {
        counts.merge(collection, 1L, Long::sum);
    }

    /** Takes in a check line, with which a chunk ends. */
    void check(byte[] line) {
        line(line);
        chunk++;
        chunkDocuments = 0;
        chunkBytes = 0;
    }

    /** Whether there is something that no check line covers. */
    boolean open() {
        return chunkDocuments > 0;
    }

    /** Whether a check line has to come now. */
    boolean full() {
        return chunkDocuments == CHUNK_DOCUMENTS || chunkBytes >= CHUNK_BYTES;
    }

    /** The check line that has to come here. */
    byte[] checkLine() {
        return text("{\"chunk\":" + (chunk + 1) + ",\"documents\":" + documents + ",\"sha256\":\"" + sha256Here()
                + "\"}\n");
    }

    /** The last line, if it comes here. */
    byte[] endLine() {
        String numbers = counts.entrySet().stream()
                .map(count -> "\"" + count.getKey() + "\":" + count.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return text("{\"end\":" + numbers + ",\"documents\":" + documents + ",\"sha256\":\"" + sha256Here() + "\"}\n");
    }

    private static byte[] text(String line) {
        return line.getBytes(StandardCharsets.UTF_8);
    }

    /** The digest over everything so far. */
    String sha256Here() {
        try {
            return HexFormat.of().formatHex(((MessageDigest) digest.clone()).digest());
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException("The platform's SHA-256 can be copied", e);
        }
    }

    long lines() {
        return lines;
    }

    long bytes() {
        return bytes;
    }

    long documents() {
        return documents;
    }

    long chunk() {
        return chunk;
    }

    int chunkDocuments() {
        return chunkDocuments;
    }

    TransferReport report(String sha256) {
        return new TransferReport(counts, bytes, sha256);
    }
}
