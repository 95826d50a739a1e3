package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import fr.aisneneo.core.error.NeoException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportFilesTest {
    @TempDir
    private Path directory;

    private final Town from = Engine.inMemory();
    private final Town to = Engine.inMemory();

    @BeforeEach
    void fill() {
        from.keeps(
                Town.LAON,
                IntStream.range(0, 2_500)
                        .mapToObj(i -> new Packed("p" + i, new byte[] {(byte) i}))
                        .toArray(Packed[]::new));
    }

    @AfterEach
    void close() {
        from.close();
        to.close();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    @Test
    void aFileHasItsNameWhenItIsWholeAndIsReadAgain() throws IOException {
        Path file = directory.resolve("été.jsonl");
        List<List<String>> meanwhile = new ArrayList<>();
        TransferReport report = from.transfer.exportTo(file, step -> meanwhile.add(unchecked()));
        assertThat(meanwhile)
                .hasSize(2)
                .allSatisfy(names -> assertThat(names)
                        .singleElement()
                        .asString()
                        .startsWith("été.jsonl.")
                        .endsWith(".part"));
        assertThat(files()).containsExactly("été.jsonl");
        assertThat(report.bytes()).isEqualTo(Files.size(file));
        assertThat(report.documents()).isEqualTo(Map.of("packed", 2_500L));
        assertThat(report.documentsInAll()).isEqualTo(2_500);
        assertThat(Files.readString(file)).endsWith("\"sha256\":\"" + report.sha256() + "\"}\n");
        List<TransferProgress> steps = new ArrayList<>();
        assertThat(to.transfer.importFrom(file, steps::add)).isEqualTo(report);
        assertThat(steps).extracting(TransferProgress::documents).containsExactly(1_000L, 2_000L, 2_500L);
        assertThat(steps).extracting(TransferProgress::collection).containsOnly("packed");
        assertThat(steps).extracting(step -> step.totalBytes().orElseThrow()).containsOnly(report.bytes());
        assertThat(steps).extracting(TransferProgress::bytes).isSorted().last().isEqualTo(report.bytes());
    }

    private List<String> unchecked() {
        try {
            return files();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aFileIsForItsOwnerOnly() throws IOException {
        Path file = directory.resolve("neo.jsonl");
        from.transfer.exportTo(file, step -> {});
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void whatExistsIsNotOverwritten() throws IOException {
        Path file = Files.writeString(directory.resolve("neo.jsonl"), "mine");
        NeoException refusal = Refusal.of(TransferError.FILE_EXISTS, () -> from.transfer.exportTo(file, step -> {}));
        assertThat(refusal.facts()).containsEntry("file", file);
        assertThat(file).hasContent("mine");
        assertThat(files()).containsExactly("neo.jsonl");
    }

    @Test
    void anExportThatFailsLeavesNothing() throws IOException {
        Path file = directory.resolve("neo.jsonl");
        assertThat(catchThrowable(() -> from.transfer.exportTo(file, step -> {
                    throw new IllegalStateException("enough");
                })))
                .hasMessage("enough");
        assertThat(files()).isEmpty();
        Refusal.of(
                TransferError.FILE,
                () -> from.transfer.exportTo(directory.resolve("nowhere").resolve("neo.jsonl"), step -> {}));
        Refusal.of(TransferError.FILE, () -> to.transfer.importFrom(file, step -> {}));
    }

    @Test
    void aStreamMayBePacked() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            from.transfer.exportTo(out, step -> {});
        }
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(packed.toByteArray()))) {
            to.transfer.importFrom(in, step -> {});
        }
        assertThat(Exported.from(to).documents()).isEqualTo(Exported.from(from).documents());
    }

    @Tag("heavy")
    @Test
    void theLargestDocumentsTravelAndAChunkOfThemIsBounded() {
        byte[] large = new byte[(4 << 20) - 10];
        Arrays.fill(large, (byte) 7);
        from.keeps(Town.CHAUNY, new Packed("a", large), new Packed("b", large));
        String text = "{\"id\":\"a\",\"t\":\"" + "é".repeat((2 << 20) - 20) + "\"}";
        from.keeps(Town.CHAUNY, new Loose("a", text));
        // Its canonical form is larger than a body may be.
        String numbers = "{\"id\":\"n\",\"t\":[" + "1e20,".repeat(200_000) + "1]}";
        from.keeps(Town.CHAUNY, new Loose("n", numbers));
        Exported exported = Exported.from(from);
        assertThat(exported.lines())
                .filteredOn(line -> line.contains("\"id\":\"n\""))
                .singleElement()
                .asString()
                .contains("\"base64\":");
        to.transfer.importFrom(exported.stream(), step -> {});
        assertThat(Exported.from(to).documents()).isEqualTo(exported.documents());
    }
}
