package fr.aisneneo.core.internal.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads comma-separated values as RFC 4180 has them: quoted fields may hold commas, line breaks and doubled quotes; the
 * last line may lack its break. Beyond the letter of it, a line may end with LF alone, and the file may start with a
 * byte order mark. Whatever a lenient reader would guess at is refused instead.
 *
 * <p>Holds one record in memory. Not thread-safe. Does not close the stream.
 */
public final class CsvReader {
    private static final int END = Utf8Characters.END;

    private final Utf8Characters characters;
    private final CsvLimits limits;
    private final StringBuilder field = new StringBuilder();
    private int line = 1;
    private boolean lineEnded;

    /**
     * A reader at the start of a file.
     *
     * @param in the file, in UTF-8; best unbuffered
     * @param limits how much of it is read
     */
    public CsvReader(InputStream in, CsvLimits limits) {
        this.characters = new Utf8Characters(in, limits.bytes());
        this.limits = limits;
    }

    /**
     * The next record.
     *
     * @return the record, or null at the end
     * @throws IOException if the file cannot be read
     * @throws CsvException if it is no such file; then nothing more can be read
     */
    public @Nullable CsvRecord next() throws IOException, CsvException {
        int character = read();
        if (character == END) {
            return null;
        }
        int start = line;
        List<String> fields = new ArrayList<>();
        while (true) {
            field.setLength(0);
            int behind = character == '"' ? quoted() : plain(character);
            if (fields.size() == limits.fields()) {
                throw fault(CsvFault.TOO_MANY_FIELDS);
            }
            fields.add(field.toString());
            if (behind != ',') {
                return new CsvRecord(start, fields);
            }
            character = read();
        }
    }

    /** Reads a field from its first character on; returns the comma, line feed or end behind it. */
    private int plain(int first) throws IOException, CsvException {
        int character = first;
        while (!endsField(character)) {
            if (character == '"') {
                throw fault(CsvFault.QUOTE_IN_FIELD);
            }
            if (character == '\r') {
                return lineFeed();
            }
            append(character);
            character = read();
        }
        return character;
    }

    /** Reads a field whose opening quote is read; returns the comma, line feed or end behind it. */
    private int quoted() throws IOException, CsvException {
        int opened = line;
        while (true) {
            int character = read();
            if (character == END) {
                throw new CsvException(CsvFault.QUOTE_OPEN, opened);
            }
            if (character == '"') {
                int behind = read();
                if (behind == '\r') {
                    return lineFeed();
                }
                if (endsField(behind)) {
                    return behind;
                }
                if (behind != '"') {
                    throw fault(CsvFault.TEXT_AFTER_QUOTE);
                }
            }
            append(character);
        }
    }

    private static boolean endsField(int character) {
        return character == ',' || character == '\n' || character == END;
    }

    private int lineFeed() throws IOException, CsvException {
        if (read() != '\n') {
            throw fault(CsvFault.LINE_BREAK);
        }
        return '\n';
    }

    private void append(int character) throws CsvException {
        if (field.length() == limits.characters()) {
            throw fault(CsvFault.FIELD_TOO_LONG);
        }
        field.append((char) character);
    }

    private int read() throws IOException, CsvException {
        int character = characters.next();
        if (lineEnded && character != END) {
            line++;
        }
        lineEnded = character == '\n';
        if (character == Utf8Characters.MALFORMED) {
            throw fault(CsvFault.ENCODING);
        }
        if (character == Utf8Characters.TOO_LARGE) {
            throw fault(CsvFault.TOO_LARGE);
        }
        return character;
    }

    private CsvException fault(CsvFault fault) {
        return new CsvException(fault, line);
    }
}
