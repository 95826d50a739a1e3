package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.InvalidInputException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The lines of a file, none of them longer than one may be. Used by one thread. */
final class LineReader {
    private final InputStream in;
    private final byte[] buffer = new byte[64 << 10];
    private int from;
    private int to;
    private long lines;

    LineReader(InputStream in) {
        this.in = in;
    }

    /**
     * The next line, with its line feed.
     *
     * @return null at the end
     * @throws InvalidInputException {@code transfer.file.line_too_long}, or {@code transfer.file.truncated} if the last
     *     line has no line feed
     */
    byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream(256);
        while (true) {
            if (from == to) {
                from = 0;
                to = Math.max(0, in.read(buffer));
                if (to == 0) {
                    return end(line);
                }
            }
            int feed = from;
            while (feed < to && buffer[feed] != '\n') {
                feed++;
            }
            boolean found = feed < to;
            int count = (found ? feed + 1 : to) - from;
            if (line.size() + count > DocumentLine.LONGEST) {
                throw new InvalidInputException(
                        TransferError.LINE_TOO_LONG, "file", Map.of("line", lines + 1, "limit", DocumentLine.LONGEST));
            }
            line.write(buffer, from, count);
            from += count;
            if (found) {
                lines++;
                return line.toByteArray();
            }
        }
    }

    private byte @Nullable [] end(ByteArrayOutputStream rest) {
        if (rest.size() > 0) {
            throw truncated();
        }
        return null;
    }

    /** The refusal of a file that ends here. */
    InvalidInputException truncated() {
        return new InvalidInputException(TransferError.TRUNCATED, "file", Map.of("line", lines));
    }
}
