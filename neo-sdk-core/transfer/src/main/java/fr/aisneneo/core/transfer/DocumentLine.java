package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.StorageLimits;
import fr.aisneneo.core.transfer.CanonicalJson.NotJson;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * One document, as a line of the file has it.
 *
 * @param collection the name of its collection
 * @param tenant whose it is
 * @param id its id
 * @param canonical whether the body stands there as JSON, and not in base64
 * @param body the body
 */
@SuppressWarnings("ArrayRecordComponent") // never compared as a whole
record DocumentLine(String collection, String tenant, String id, boolean canonical, byte[] body) {
    static final byte[] START = "{\"collection\":".getBytes(StandardCharsets.US_ASCII);
    /** More than a body in base64 and the longest id, every character escaped. */
    static final int LONGEST = 6 << 20;

    /** A document as it stands in a store. */
    static DocumentLine of(BodyFormat format, String collection, String tenant, String id, byte[] body) {
        Optional<byte[]> json = format == BodyFormat.JSON ? CanonicalJson.of(body) : Optional.empty();
        boolean fits = json.isPresent() && json.get().length <= StorageLimits.BODY_BYTES;
        return new DocumentLine(collection, tenant, id, fits, fits ? json.get() : body);
    }

    /**
     * The line, with its line feed.
     *
     * @throws RefusedException {@code transfer.document.too_large} for a body that no store takes
     */
    byte[] bytes() {
        if (body.length > StorageLimits.BODY_BYTES) {
            throw new RefusedException(
                    TransferError.DOCUMENT_TOO_LARGE,
                    Map.of("collection", collection, "id", id, "limit", StorageLimits.BODY_BYTES));
        }
        StringBuilder head = new StringBuilder(200).append("{\"collection\":");
        JsonStrings.quote(collection, head);
        JsonStrings.quote(tenant, head.append(",\"tenant\":"));
        JsonStrings.quote(id, head.append(",\"id\":"));
        head.append(canonical ? ",\"json\":" : ",\"base64\":\"");
        byte[] start = head.toString().getBytes(StandardCharsets.UTF_8);
        byte[] middle = canonical ? body : Base64.getEncoder().encode(body);
        byte[] end = (canonical ? "}\n" : "\"}\n").getBytes(StandardCharsets.US_ASCII);
        byte[] line = Arrays.copyOf(start, start.length + middle.length + end.length);
        System.arraycopy(middle, 0, line, start.length, middle.length);
        System.arraycopy(end, 0, line, start.length + middle.length, end.length);
        return line;
    }

    /**
     * Reads a line, which must be exactly as {@link #bytes()} writes it.
     *
     * @return empty if it is not
     */
    static Optional<DocumentLine> read(byte[] line) {
        try {
            DocumentLine read = parse(CanonicalJson.strictUtf8(line));
            boolean same = Arrays.equals(read.bytes(), line)
                    && (!read.canonical
                            || CanonicalJson.of(read.body)
                                    .filter(again -> Arrays.equals(again, read.body))
                                    .isPresent());
            return same ? Optional.of(read) : Optional.empty();
        } catch (NotJson | CharacterCodingException | IllegalArgumentException | RefusedException e) {
            return Optional.empty();
        }
    }

    private static DocumentLine parse(String line) {
        StringBuilder collection = new StringBuilder();
        StringBuilder tenant = new StringBuilder();
        StringBuilder id = new StringBuilder();
        int at = JsonStrings.read(line, START.length, collection);
        at = JsonStrings.read(line, at + ",\"tenant\":".length(), tenant);
        at = JsonStrings.read(line, at + ",\"id\":".length(), id);
        boolean json = line.startsWith(",\"json\":", at);
        String before = json ? ",\"json\":" : ",\"base64\":\"";
        String behind = json ? "}\n" : "\"}\n";
        if (at + before.length() + behind.length() > line.length()) {
            throw new NotJson();
        }
        String body = line.substring(at + before.length(), line.length() - behind.length());
        return new DocumentLine(
                collection.toString(),
                tenant.toString(),
                id.toString(),
                json,
                json
                        ? body.getBytes(StandardCharsets.UTF_8)
                        : Base64.getDecoder().decode(body));
    }
}
