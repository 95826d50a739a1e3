package fr.aisneneo.core.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.NeoException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A file that is not what was exported is refused, and what was whole of it can be gone on from. */
@Tag("heavy")
class AlteredFileTest {
    private static final String CUT = "transfer.file.truncated";
    private static final String ALTERED = "transfer.file.altered";

    private final Town from = Engine.inMemory();
    private byte[] whole = {};
    private List<String> lines = List.of();
    private List<String> documents = List.of();

    @BeforeEach
    void export() {
        from.books(Town.LAON, 3);
        from.keeps(Town.LAON, new Loose("l", "{\"id\":\"l\",\"n\":[1,2,{\"m\":null}]}"));
        from.keeps(Town.CHAUNY, new Packed("p", new byte[] {1, 2, 3}));
        use(Exported.from(from));
    }

    private void use(Exported exported) {
        whole = exported.bytes();
        lines = exported.lines();
        documents = exported.documents();
    }

    @AfterEach
    void close() {
        from.close();
    }

    private static byte[] file(List<String> lines) {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private static NeoException imported(Town to, byte[] file) {
        try {
            to.transfer.importFrom(new ByteArrayInputStream(file), step -> {});
        } catch (NeoException e) {
            return e;
        }
        throw new AssertionError("It was taken: " + new String(file, StandardCharsets.UTF_8));
    }

    /**
     * Refused for one of these reasons; the store is empty or says that it is not complete, and can still be filled.
     */
    private void refusedAndResumed(byte[] file, String... codes) {
        try (Town to = Engine.inMemory()) {
            assertThat(imported(to, file).code()).isIn((Object[]) codes);
            try {
                to.transfer.requireComplete();
                assertThat(Exported.from(to).documents()).isEmpty();
            } catch (NeoException e) {
                assertThat(e.code()).isEqualTo("transfer.target.unfinished");
                Refusal.of(TransferError.UNFINISHED, () -> Exported.from(to));
                Refusal.of(
                        TransferError.UNFINISHED,
                        () -> to.transfer.importFrom(new ByteArrayInputStream(whole), step -> {}));
            }
            to.transfer.resume(new ByteArrayInputStream(whole), step -> {});
            to.transfer.requireComplete();
            assertThat(Exported.from(to).documents()).isEqualTo(documents);
        }
    }

    @Test
    void aFileCutAtAnyLineIsTruncated() {
        for (int kept = 0; kept < lines.size(); kept++) {
            refusedAndResumed(kept == 0 ? new byte[0] : file(lines.subList(0, kept)), CUT);
        }
    }

    @Test
    void aFileCutWithinAnyLineIsTruncated() {
        new Random(1).ints(30, 1, whole.length).forEach(kept -> refusedAndResumed(Arrays.copyOf(whole, kept), CUT));
        refusedAndResumed(Arrays.copyOf(whole, whole.length - 1), CUT);
    }

    @Test
    void anAlteredByteAnywhereIsFound() {
        Random random = new Random(2);
        for (int tries = 0; tries < 120; tries++) {
            byte[] file = whole.clone();
            file[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
            refusedAndResumed(
                    file,
                    ALTERED,
                    CUT,
                    "transfer.file.format",
                    "transfer.collections.unknown",
                    "transfer.collection.schema");
        }
    }

    @Test
    void linesThatAreMissingTwiceOrInAnotherPlaceAreFound() {
        for (int at = 1; at < lines.size(); at++) {
            List<String> missing = new ArrayList<>(lines);
            missing.remove(at);
            refusedAndResumed(file(missing), ALTERED, CUT);
            List<String> twice = new ArrayList<>(lines);
            twice.add(at, lines.get(at));
            refusedAndResumed(file(twice), ALTERED);
            List<String> swapped = new ArrayList<>(lines);
            Collections.swap(swapped, at, at - 1);
            refusedAndResumed(file(swapped), ALTERED, CUT, "transfer.file.format");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "\n", " ", "{}\n"})
    void nothingMayStandBehindTheLastLine(String more) {
        byte[] behind = more.getBytes(StandardCharsets.UTF_8);
        byte[] file = Arrays.copyOf(whole, whole.length + behind.length);
        System.arraycopy(behind, 0, file, whole.length, behind.length);
        refusedAndResumed(file, ALTERED, CUT);
    }

    /** Five chunks, of which only the last is short. */
    @Test
    void wholeChunksAreKeptAndTheLinesOfTheOthersAreNamed() {
        from.keeps(
                Town.LAON,
                IntStream.range(0, 4_200)
                        .mapToObj(i -> new Packed("p" + i, new byte[] {(byte) i}))
                        .toArray(Packed[]::new));
        use(Exported.from(from));
        List<Integer> checks = IntStream.range(0, lines.size())
                .filter(line -> lines.get(line).startsWith("{\"chunk\":"))
                .boxed()
                .toList();
        assertThat(checks).hasSize(5);
        for (int chunk = 0; chunk < 5; chunk++) {
            int from = chunk == 0 ? 1 : checks.get(chunk - 1) + 1;
            int check = checks.get(chunk);
            refusedAndResumed(file(lines.subList(0, check)), CUT);
            refusedAndResumed(file(lines.subList(0, check + 1)), CUT);
            List<String> altered = new ArrayList<>(lines);
            altered.set(from + 5, lines.get(from + 5).replace("\"base64\":\"", "\"base64\":\"AA"));
            altered.set(from + 5, altered.get(from + 5).replace("\"tenant\":\"laon", "\"tenant\":\"laom"));
            altered.set(from + 5, altered.get(from + 5).replace("\"tenant\":\"shared", "\"tenant\":\"sharee"));
            refusedAndResumed(file(altered), ALTERED);
            try (Town to = Engine.inMemory()) {
                NeoException refusal = imported(to, file(altered));
                assertThat(refusal.facts()).containsEntry("from", from + 1L).containsEntry("to", check + 1L);
                if (chunk > 0) {
                    NeoException unfinished = Refusal.of(TransferError.UNFINISHED, () -> to.transfer.requireComplete());
                    assertThat(unfinished.facts()).containsEntry("documents", chunk * 1_000L);
                }
            }
        }
    }
}
