package fr.aisneneo.core.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvReaderTest {
    private static final CsvLimits LIMITS = new CsvLimits(100_000, 3, 10);

    private static List<CsvRecord> read(InputStream in) throws IOException, CsvException {
        CsvReader reader = new CsvReader(in, LIMITS);
        List<CsvRecord> records = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }

    private static List<CsvRecord> read(String text) throws IOException, CsvException {
        return read(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void anEmptyFileHasNoRecordsAndALineBreakAloneOneEmptyField() throws Exception {
        assertThat(read("")).isEmpty();
        assertThat(read("\uFEFF")).isEmpty();
        assertThat(read("\n")).containsExactly(new CsvRecord(1, List.of("")));
        assertThat(read("a,\r\n,b"))
                .containsExactly(new CsvRecord(1, List.of("a", "")), new CsvRecord(2, List.of("", "b")));
    }

    @Test
    void aQuotedFieldMayHoldEverything() throws Exception {
        assertThat(read("\"a,\"\"b\r\nc\",\"\"\nd"))
                .containsExactly(new CsvRecord(1, List.of("a,\"b\r\nc", "")), new CsvRecord(3, List.of("d")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '#',
            quoteCharacter = '~',
            value = {
                "a|b\"c # QUOTE_IN_FIELD # 2",
                "a|\"b\"c # TEXT_AFTER_QUOTE # 2",
                "a|\"b|c # QUOTE_OPEN # 2",
                "a|\"b\"\" # QUOTE_OPEN # 2",
                "a|b\\rc # LINE_BREAK # 2",
                "a|\"b\"\\r # LINE_BREAK # 2",
                "a|b|01234567890 # FIELD_TOO_LONG # 3",
                "a|\"01234567890\" # FIELD_TOO_LONG # 2",
                "a|1,2,3,4 # TOO_MANY_FIELDS # 2",
            })
    void whatALenientReaderWouldGuessAtIsRefusedWithItsLine(String text, CsvFault fault, int line) {
        String file = text.replace("|", "\n").replace("\\r", "\r");
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(file))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(fault))
                .satisfies(e -> assertThat(e.line()).isEqualTo(line));
    }

    @Test
    void malformedBytesAreFoundInTheirLineWhereverABufferEnds() {
        for (int before = 8_180; before < 8_200; before++) {
            byte[] file = ("a\n".repeat(before / 2) + (before % 2 == 0 ? "" : "b")).getBytes(StandardCharsets.UTF_8);
            byte[] bad = Arrays.copyOf(file, file.length + 3);
            bad[file.length] = (byte) 0xC3;
            bad[file.length + 1] = 'x';
            bad[file.length + 2] = '\n';
            int line = before / 2 + 1;
            assertThatExceptionOfType(CsvException.class)
                    .isThrownBy(() -> read(new ByteArrayInputStream(bad)))
                    .satisfies(e -> assertThat(e.fault()).isEqualTo(CsvFault.ENCODING))
                    .satisfies(e -> assertThat(e.line()).isEqualTo(line));
        }
    }

    @Test
    void aCharacterThatIsCutOffAtTheEndIsMalformed() {
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(new ByteArrayInputStream(new byte[] {'a', (byte) 0xE2, (byte) 0x82})))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(CsvFault.ENCODING));
    }

    @Test
    void aStreamThatGivesOneByteAtATimeIsReadAlike() throws Exception {
        byte[] bytes = "é,€,😀\r\n".getBytes(StandardCharsets.UTF_8);
        InputStream slow = new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] target, int offset, int length) {
                return super.read(target, offset, Math.min(1, length));
            }
        };
        assertThat(read(slow)).containsExactly(new CsvRecord(1, List.of("é", "€", "😀")));
    }

    @Test
    void aFileOverItsBoundIsRefusedAfterSoManyBytes() {
        InputStream endless = new InputStream() {
            private long given;

            @Override
            public int read() {
                throw new UnsupportedOperationException();
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                given += length;
                assertThat(given).isLessThan(200_000);
                Arrays.fill(target, offset, offset + length, (byte) '\n');
                return length;
            }
        };
        assertThatExceptionOfType(CsvException.class)
                .isThrownBy(() -> read(endless))
                .satisfies(e -> assertThat(e.fault()).isEqualTo(CsvFault.TOO_LARGE));
    }
}
