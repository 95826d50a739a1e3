package fr.aisneneo.core.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * The characters of a UTF-8 stream, with or without a byte order mark. All characters before a malformed byte are given
 * out first, so that the reader knows the line; {@link java.io.InputStreamReader} loses those of its buffer.
 */
final class Utf8Characters {
    static final int END = -1;
    static final int MALFORMED = -2;
    static final int TOO_LARGE = -3;

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final int BUFFER = 8_192;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).flip();
    private final CharBuffer chars = CharBuffer.allocate(BUFFER).flip();
    private long left;
    private int end;
    private boolean started;

    Utf8Characters(InputStream in, long mostBytes) {
        this.in = in;
        this.left = mostBytes;
    }

    /** The next UTF-16 code unit, or one of the negative constants, then for ever. */
    int next() throws IOException {
        while (!chars.hasRemaining()) {
            if (end < 0) {
                return end;
            }
            fill();
        }
        char next = chars.get();
        if (!started) {
            started = true;
            if (next == BYTE_ORDER_MARK) {
                return next();
            }
        }
        return next;
    }

    private void fill() throws IOException {
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        left -= Math.max(read, 0);
        bytes.position(bytes.position() + Math.max(read, 0)).flip();
        chars.clear();
        CoderResult result = decoder.decode(bytes, chars, read < 0);
        chars.flip();
        if (result.isError()) {
            end = MALFORMED;
        } else if (left < 0) {
            end = TOO_LARGE;
        } else if (read < 0) {
            end = END;
        }
    }
}
