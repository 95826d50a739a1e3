package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.json.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A file, chunk by chunk; no line of a chunk is looked into before its check line was found right. At most one chunk is
 * in memory. Used by one thread.
 */
final class ExportFile {
    private final LineReader in;
    private final Tally tally = new Tally();
    private final Header header;
    private @Nullable String end;
    private long firstLine;
    private String chunkSha256 = "";

    ExportFile(InputStream in, Codec codec) throws IOException {
        this.in = new LineReader(in);
        byte[] first = next();
        header = Header.read(first, codec);
        tally.line(first);
    }

    Header header() {
        return header;
    }

    Tally tally() {
        return tally;
    }

    /**
     * The documents of the next chunk.
     *
     * @return empty when the last line was found right, and nothing stands behind it
     * @throws InvalidInputException {@code transfer.file.truncated}, {@code transfer.file.altered} or
     *     {@code transfer.file.line_too_long}
     */
    Optional<List<DocumentLine>> nextChunk() throws IOException {
        if (end != null) {
            return Optional.empty();
        }
        long from = tally.lines() + 1;
        firstLine = from;
        List<byte[]> lines = new ArrayList<>();
        while (true) {
            byte[] line = next();
            if (starts(line, DocumentLine.START) && !tally.full()) {
                lines.add(line);
                tally.document(line);
            } else if (tally.open() && Arrays.equals(line, tally.checkLine())) {
                boolean mustBeLast = !tally.full();
                chunkSha256 = tally.sha256Here();
                tally.check(line);
                List<DocumentLine> documents = documents(lines, from);
                if (mustBeLast) {
                    checkEnd(next(), from);
                }
                return Optional.of(documents);
            } else if (lines.isEmpty()) {
                checkEnd(line, from);
                return Optional.empty();
            } else {
                throw altered(from, tally.lines() + 1);
            }
        }
    }

    private void checkEnd(byte[] line, long from) throws IOException {
        String sha256 = tally.sha256Here();
        if (!Arrays.equals(line, tally.endLine())) {
            throw altered(from, tally.lines() + 1);
        }
        tally.line(line);
        if (in.next() != null) {
            throw altered(from, tally.lines() + 1);
        }
        end = sha256;
    }

    /** The digest on the check line of that chunk. */
    String chunkSha256() {
        return chunkSha256;
    }

    /** On which line the chunk begins that was read last. */
    long firstLine() {
        return firstLine;
    }

    /** What it comes to, once the last line was read. */
    TransferReport report() {
        if (end == null) {
            throw new IllegalStateException("Not at the end");
        }
        return tally.report(end);
    }

    private List<DocumentLine> documents(List<byte[]> lines, long from) {
        List<DocumentLine> documents = new ArrayList<>(lines.size());
        for (byte[] line : lines) {
            long number = from + documents.size();
            DocumentLine document = DocumentLine.read(line).orElseThrow(() -> altered(number, number));
            tally.count(document.collection());
            documents.add(document);
        }
        return documents;
    }

    private byte[] next() throws IOException {
        byte[] line = in.next();
        if (line == null) {
            throw in.truncated();
        }
        return line;
    }

    private static boolean starts(byte[] line, byte[] with) {
        return line.length > with.length && Arrays.equals(line, 0, with.length, with, 0, with.length);
    }

    private static InvalidInputException altered(long from, long to) {
        return new InvalidInputException(TransferError.ALTERED, "file", Map.of("from", from, "to", to));
    }
}
