package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever happens to a file: either everything acknowledged is there, or the store does not open. */
@Tag("heavy")
class DamageProperties {
    private static final int DOCUMENTS = 700;

    private static Path root = Path.of("");

    @BeforeContainer
    static void killAStore() throws IOException {
        root = Files.createTempDirectory("damage");
        try (RocksDbStorage storage = Stores.open(root.resolve("store"), Stores.SMALL)) {
            Notes notes = new Notes(storage, 4_000);
            for (int batch = 0; batch < DOCUMENTS / 25; batch++) {
                notes.addAll(batch * 25L + 1, batch * 25L + 25);
            }
            Stores.crashImage(root.resolve("store"), root.resolve("killed"));
        }
    }

    @AfterContainer
    static void removeIt() throws IOException {
        StoreDirectory.deleteTree(root);
    }

    enum Harm {
        FLIP,
        ZERO,
        CUT,
        DELETE
    }

    @Property(tries = 40, shrinking = ShrinkingMode.OFF)
    void nothingIsLostInSilence(
            @ForAll @IntRange(max = 1_000) int which, @ForAll Harm harm, @ForAll @IntRange(max = 999) int where)
            throws IOException {
        Path image = Stores.crashImage(root.resolve("killed"), Files.createTempDirectory(root, "image"));
        List<Path> files = Stores.files(image);
        harm(files.get(which % files.size()), harm, where);
        try (RocksDbStorage storage = Stores.open(image, Stores.SMALL)) {
            assertThat(new Notes(storage, 4_000).numbers())
                    .isEqualTo(LongStream.rangeClosed(1, DOCUMENTS).boxed().toList());
        } catch (StorageException e) {
            assertThat(e.errorCode()).isIn(CoreError.STORAGE_CORRUPT, RocksDbError.NOT_A_STORE);
        } finally {
            StoreDirectory.deleteTree(image);
        }
    }

    private static void harm(Path file, Harm harm, int permille) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        int at = (int) (bytes.length * (permille / 1_000.0));
        switch (harm) {
            case FLIP -> {
                if (bytes.length > 0) {
                    bytes[at] ^= 1;
                }
                Files.write(file, bytes);
            }
            case ZERO -> {
                Arrays.fill(bytes, at, Math.min(bytes.length, at + 4_096), (byte) 0);
                Files.write(file, bytes);
            }
            case CUT -> Files.write(file, Arrays.copyOf(bytes, at));
            case DELETE -> Files.delete(file);
        }
    }
}
