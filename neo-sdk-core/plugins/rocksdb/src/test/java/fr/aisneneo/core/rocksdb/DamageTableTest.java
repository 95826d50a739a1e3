package fr.aisneneo.core.rocksdb;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * For every kind of file of a store, bits that flipped and ends that were cut off at systematic places: either the
 * store is refused as damaged and the file is named, or it opens with everything that was acknowledged, can be written
 * to, and opens again.
 */
@Tag("heavy")
class DamageTableTest {
    private static final int DOCUMENTS = 400;
    private static final int PLACES = 5;

    /** What comes of damage. */
    private enum Verdict {
        NAMED,
        HARMLESS
    }

    /**
     * Kinds of files by what may come of damage to them. What may be harmless is not part of the data (RocksDB's own
     * diary, options and identity, and our locks), or not at every place: behind the last record of a log or manifest,
     * and in the white space of the marker.
     */
    private static final Map<String, Set<Verdict>> EXPECTED = Map.of(
            ".sst", Set.of(Verdict.NAMED),
            ".log", Set.of(Verdict.NAMED, Verdict.HARMLESS),
            "MANIFEST", Set.of(Verdict.NAMED, Verdict.HARMLESS),
            "CURRENT", Set.of(Verdict.NAMED),
            "acknowledged", Set.of(Verdict.NAMED),
            "neo-store", Set.of(Verdict.NAMED, Verdict.HARMLESS));

    @TempDir
    private Path root;

    /** A store that was killed, with tables (opening writes what is in the log to one) and a log. */
    private Path killed() throws IOException {
        try (RocksDbStorage storage = Stores.open(root.resolve("store"), Stores.SMALL)) {
            new Notes(storage, 4_000).addAll(1, DOCUMENTS - 25);
        }
        try (RocksDbStorage storage = Stores.open(root.resolve("store"), Stores.SMALL)) {
            new Notes(storage, 4_000).addAll(DOCUMENTS - 24, DOCUMENTS);
            return Stores.crashImage(root.resolve("store"), root.resolve("killed"));
        }
    }

    /** Whether a file is none of the data: RocksDB may not have removed yet what it has merged. */
    private boolean isLeftOver(Path killed, Path file) throws IOException {
        Path image = Stores.crashImage(killed, Files.createTempDirectory(root, "image"));
        Files.delete(image.resolve(file));
        return file.toString().endsWith(".sst") && opens(image);
    }

    private static boolean opens(Path store) {
        try (RocksDbStorage storage = Stores.open(store, Stores.SMALL)) {
            return storage.written() > 0;
        } catch (StorageException e) {
            return false;
        }
    }

    private static String kind(Path file) {
        String name = file.getFileName().toString();
        return name.replaceAll("^\\d+(\\.[a-z]+)$", "$1").replaceAll("^(MANIFEST|OPTIONS)-\\d+$", "$1");
    }

    @Test
    void damageToAnyKindOfFileIsNamedOrHarmless() throws IOException {
        Path killed = killed();
        Map<String, Set<Verdict>> verdicts = new TreeMap<>();
        for (Path file : Stores.files(killed)) {
            Path relative = killed.relativize(file);
            if (isLeftOver(killed, relative)) {
                continue;
            }
            byte[] whole = Files.readAllBytes(file);
            Set<Verdict> met = verdicts.computeIfAbsent(kind(file), any -> EnumSet.noneOf(Verdict.class));
            for (int at : places(whole.length)) {
                byte[] flipped = whole.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                met.add(verdict(killed, relative, flipped));
                met.add(verdict(killed, relative, Arrays.copyOf(whole, at)));
            }
        }
        verdicts.forEach((kind, met) ->
                assertThat(met).as(kind).isSubsetOf(EXPECTED.getOrDefault(kind, Set.of(Verdict.HARMLESS))));
        EXPECTED.keySet()
                .forEach(kind -> assertThat(verdicts.get(kind)).as(kind).contains(Verdict.NAMED));
    }

    /** The first and last bytes, and some between. */
    private static Set<Integer> places(int length) {
        Set<Integer> places = new TreeSet<>();
        for (int part = 0; part < PLACES && length > 0; part++) {
            places.add((int) ((long) (length - 1) * part / (PLACES - 1)));
        }
        return places;
    }

    private Verdict verdict(Path killed, Path file, byte[] content) throws IOException {
        Path image = Stores.crashImage(killed, Files.createTempDirectory(root, "image"));
        Files.write(image.resolve(file), content);
        try (RocksDbStorage storage = Stores.open(image, Stores.SMALL)) {
            Notes notes = new Notes(storage, 4_000);
            List<Long> all = LongStream.rangeClosed(1, DOCUMENTS).boxed().toList();
            assertThat(notes.numbers()).as("%s: opened", file).isEqualTo(all);
            // By key too, which asks the filters of the tables.
            assertThat(all).as("%s: opened", file).allMatch(notes::has);
            notes.add(DOCUMENTS + 1);
        } catch (StorageException e) {
            StoreDirectory.deleteTree(image);
            if (e.errorCode() != RocksDbError.NEWER_FORMAT) {
                assertThat(e.errorCode()).as("%s: %s", file, e.facts()).isEqualTo(CoreError.STORAGE_CORRUPT);
                assertThat(String.valueOf(e.facts().get("reason")))
                        .as("what is damaged")
                        .contains(file.getFileName().toString());
            }
            return Verdict.NAMED;
        }
        try (RocksDbStorage storage = Stores.open(image, Stores.SMALL)) {
            assertThat(new Notes(storage, 4_000).numbers())
                    .as("%s: opened again", file)
                    .hasSize(DOCUMENTS + 1);
        }
        StoreDirectory.deleteTree(image);
        return Verdict.HARMLESS;
    }
}
