package fr.aisneneo.core.internal.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CsvReaderProperties {
    private static final CsvLimits LIMITS = new CsvLimits(1 << 20, 20, 200);

    @Provide
    Arbitrary<List<List<String>>> tables() {
        Arbitrary<String> anything = Arbitraries.strings().all().ofMaxLength(30).map(CsvReaderProperties::whole);
        Arbitrary<String> nasty = Arbitraries.strings()
                .withChars('"', ',', '\n', '\r', 'é', ' ', '|', '\uFEFF', '\0')
                .ofMaxLength(12);
        Arbitrary<String> broad = Arbitraries.of("😀", "Château-Thierry", "\u2028", "L’Épine", "")
                .list()
                .ofMaxSize(4)
                .map(parts -> String.join("", parts));
        return Arbitraries.oneOf(anything, nasty, broad)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** Half a surrogate pair has no UTF-8. */
    private static String whole(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    @Property(tries = 500)
    void whatIsWrittenByTheRulesIsReadBack(
            @ForAll("tables") List<List<String>> table,
            @ForAll boolean carriageReturns,
            @ForAll boolean byteOrderMark,
            @ForAll boolean lastBreak,
            @ForAll boolean quoteAll)
            throws Exception {
        String end = carriageReturns ? "\r\n" : "\n";
        StringBuilder csv = new StringBuilder(byteOrderMark ? "\uFEFF" : "");
        for (List<String> row : table) {
            for (int i = 0; i < row.size(); i++) {
                csv.append(i == 0 ? "" : ",")
                        .append(quoted(row.get(i), quoteAll || row.get(i).startsWith("\uFEFF")));
            }
            csv.append(end);
        }
        // A last line that is empty is only there if it ends: that much is not the reader's choice.
        boolean cut = !lastBreak && (quoteAll || !table.get(table.size() - 1).equals(List.of("")));
        String text = cut ? csv.substring(0, csv.length() - end.length()) : csv.toString();
        List<CsvRecord> read = read(text.getBytes(StandardCharsets.UTF_8));
        assertThat(read).extracting(CsvRecord::fields).isEqualTo(table);
        int line = 1;
        for (int i = 0; i < read.size(); i++) {
            assertThat(read.get(i).line()).isEqualTo(line);
            line += 1
                    + (int) table.get(i).stream()
                            .flatMapToInt(String::chars)
                            .filter(c -> c == '\n')
                            .count();
        }
    }

    private static String quoted(String field, boolean always) {
        boolean needed = always || field.chars().anyMatch(c -> c == '"' || c == ',' || c == '\n' || c == '\r');
        return needed ? '"' + field.replace("\"", "\"\"") + '"' : field;
    }

    @Property(tries = 1_000)
    void noBytesMakeItLoopOrThrowAnythingElse(@ForAll byte[] noise, @ForAll boolean keepAscii) throws IOException {
        byte[] bytes = keepAscii ? ascii(noise) : noise;
        try {
            assertThat(read(bytes)).hasSizeLessThanOrEqualTo(bytes.length);
        } catch (CsvException e) {
            assertThat(e.line()).isBetween(1, bytes.length + 1);
        }
    }

    private static byte[] ascii(byte[] noise) {
        byte[] some = {'a', ',', '"', '\r', '\n'};
        byte[] bytes = Arrays.copyOf(noise, noise.length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = some[Math.floorMod(bytes[i], some.length)];
        }
        return bytes;
    }

    private static List<CsvRecord> read(byte[] bytes) throws IOException, CsvException {
        CsvReader reader = new CsvReader(new ByteArrayInputStream(bytes), LIMITS);
        List<CsvRecord> records = new ArrayList<>();
        for (CsvRecord record = reader.next(); record != null; record = reader.next()) {
            records.add(record);
        }
        return records;
    }
}
