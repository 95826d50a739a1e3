package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash may leave is opened with everything acknowledged; anything else is named and left as it is. */
class DamageTest {
    private static final int COMMITS = 150;

    @TempDir
    private Path root;

    /** A store that was killed; all of it still in the log. */
    private Path killed() throws IOException {
        Path store = root.resolve("store");
        try (RocksDbStorage storage = Stores.open(store)) {
            new Notes(storage).addEach(1, COMMITS);
            return Stores.crashImage(store, root.resolve("killed"));
        }
    }

    /** A store that was killed, with tables and several log files. */
    private Path killedWithTables() throws IOException {
        Path store = root.resolve("store");
        try (RocksDbStorage storage = Stores.open(store, Stores.SMALL)) {
            Notes notes = new Notes(storage, 4_000);
            for (int batch = 0; batch < 60; batch++) {
                notes.addAll(batch * 25L + 1, batch * 25L + 25);
            }
            storage.checkpoint(root.resolve("copy"));
            notes.addAll(1_501, 1_510);
            return Stores.crashImage(store, root.resolve("killed"));
        }
    }

    private static List<Long> numbers(long last) {
        return LongStream.rangeClosed(1, last).boxed().toList();
    }

    private static void expectAll(Path store, long last) {
        try (RocksDbStorage storage = Stores.open(store)) {
            assertThat(new Notes(storage).numbers()).isEqualTo(numbers(last));
        }
    }

    private static String expectRefused(Path store) throws IOException {
        Map<String, String> before = Stores.digests(store);
        String reason = String.valueOf(refused(CoreError.STORAGE_CORRUPT, () -> Stores.open(store))
                .facts()
                .get("reason"));
        assertThat(Stores.digests(store)).as("nothing was changed").isEqualTo(before);
        return reason;
    }

    private static Path log(Path store) throws IOException {
        List<Path> logs = Stores.databaseFiles(store, ".log");
        return logs.get(logs.size() - 1);
    }

    private static void flip(Path file, long at) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        bytes[(int) at] ^= 0x10;
        Files.write(file, bytes);
    }

    private static void zero(Path file, long from, long to) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        Arrays.fill(bytes, (int) from, (int) to, (byte) 0);
        Files.write(file, bytes);
    }

    private static void cut(Path file, long bytes) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) (all.length - bytes)));
    }

    /** Says that less was known to be acknowledged, as after a power cut. */
    private static void acknowledge(Path store, long commit) throws IOException {
        try (AcknowledgedMark mark = AcknowledgedMark.open(store)) {
            mark.write(commit);
        }
    }

    @Test
    void aKilledStoreOpensWithEverything() throws IOException {
        Path store = killed();
        expectAll(store, COMMITS);
        expectAll(store, COMMITS);
    }

    @Test
    void aKilledStoreWithTablesAndReusedLogsOpensWithEverything() throws IOException {
        Path store = killedWithTables();
        assertThat(Stores.databaseFiles(store, ".sst")).isNotEmpty();
        try (RocksDbStorage storage = Stores.open(store, Stores.SMALL)) {
            assertThat(new Notes(storage, 4_000).numbers()).isEqualTo(numbers(1_510));
        }
    }

    @Test
    void aWriteThatWasCutOffIsDropped() throws IOException {
        Path store = killed();
        byte[] record = Arrays.copyOf(Files.readAllBytes(log(store)), 300);
        Files.write(log(store), record, StandardOpenOption.APPEND);
        expectAll(store, COMMITS);
    }

    @Test
    void aTornTailThatWasNotAcknowledgedIsDropped() throws IOException {
        Path store = killed();
        acknowledge(store, COMMITS - 1);
        cut(log(store), 5);
        expectAll(store, COMMITS - 1);
        try (RocksDbStorage storage = Stores.open(store)) {
            new Notes(storage).add(COMMITS);
        }
        expectAll(store, COMMITS);
    }

    @Test
    void aHoleInWhatWasAcknowledgedIsFoundThoughTheMarkIsOld() throws IOException {
        Path store = killed();
        acknowledge(store, 10);
        long size = Files.size(log(store));
        zero(log(store), size / 4, size / 4 + 4_096);
        assertThat(expectRefused(store)).contains(log(store).getFileName().toString());
    }

    @Test
    void whatFollowsAHoleInUnacknowledgedWritesIsNotTakenUpAgain() throws Exception {
        // After a power cut a later page of the log may have reached the disk and an earlier one not.
        Path image;
        ExecutorService crowd = Executors.newCachedThreadPool();
        try (RocksDbStorage storage = Stores.open(root.resolve("store"))) {
            Notes notes = new Notes(storage, 4_000);
            notes.addEach(1, 10);
            List<Future<?>> writers = new ArrayList<>();
            storage.sync.device.lock();
            try {
                for (int number = 11; number <= 50; number++) {
                    int mine = number;
                    writers.add(crowd.submit(() -> notes.add(mine)));
                }
                while (storage.written() < 50) {
                    Thread.onSpinWait();
                }
            } finally {
                storage.sync.device.unlock();
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            image = Stores.crashImage(root.resolve("store"), root.resolve("image"));
        } finally {
            crowd.shutdownNow();
        }
        acknowledge(image, 10);
        long size = Files.size(log(image));
        zero(log(image), size / 2, size / 2 + 40_000);
        try (RocksDbStorage storage = Stores.open(image)) {
            assertThat(storage.written()).isBetween(10L, 49L);
            assertThat(new Notes(storage, 4_000).numbers())
                    .hasSize((int) storage.written())
                    .containsAll(numbers(10));
        }
    }

    @Test
    void anAcknowledgedCommitThatIsCutOffIsMissed() throws IOException {
        Path store = killed();
        String name = log(store).getFileName().toString();
        cut(log(store), 5);
        assertThat(expectRefused(store)).contains(name, "commits 150 to 150");
    }

    @Test
    void aFlippedBitInTheLogIsFoundAndNamed() throws IOException {
        Path store = killed();
        String name = log(store).getFileName().toString();
        flip(log(store), Files.size(log(store)) / 2);
        assertThat(expectRefused(store)).contains(name, "checksum mismatch");
    }

    @Test
    void zerosInTheLogAreFoundAndNamed() throws IOException {
        Path store = killed();
        String name = log(store).getFileName().toString();
        long size = Files.size(log(store));
        zero(log(store), size / 3, size / 3 + 20_000);
        assertThat(expectRefused(store)).contains(name);
    }

    @Test
    void aLogThatIsGoneIsMissed() throws IOException {
        Path store = killed();
        Files.delete(log(store));
        assertThat(expectRefused(store)).contains("commits 1 to 150");
    }

    @Test
    void anOlderLogIsNotTakenForTheRightOne() throws IOException {
        Path store = killed();
        byte[] early = Files.readAllBytes(log(store));
        long bytes = Files.size(log(store));
        try (RocksDbStorage storage = Stores.open(store)) {
            new Notes(storage).addEach(COMMITS + 1, COMMITS + 50);
            Path image = Stores.crashImage(store, root.resolve("image"));
            assertThat(bytes).isPositive();
            Files.write(log(image), early);
            expectRefused(image);
        }
    }

    @Test
    void aFlippedBitInATableIsFoundOnOpening() throws IOException {
        Path store = killedWithTables();
        Path table = Stores.databaseFiles(store, ".sst").get(0);
        flip(table, Files.size(table) / 3);
        assertThat(expectRefused(store)).contains(table.getFileName().toString());
    }

    @Test
    void aTableThatIsGoneOrCutShortIsNamed() throws IOException {
        Path store = killedWithTables();
        Path table = Stores.databaseFiles(store, ".sst").get(0);
        byte[] whole = Files.readAllBytes(table);
        cut(table, 1_000);
        assertThat(expectRefused(store)).contains(table.getFileName().toString());
        Files.delete(table);
        assertThat(expectRefused(store)).contains(table.getFileName().toString());
        Files.write(table, whole);
        try (RocksDbStorage storage = Stores.open(store)) {
            assertThat(new Notes(storage, 4_000).numbers()).hasSize(1_510);
        }
    }

    @Test
    void aDamagedTableThatWasNotVerifiedIsNamedByTheReadThatMeetsItAndEndsWriting() throws IOException {
        Path store = killedWithTables();
        for (Path table : Stores.databaseFiles(store, ".sst")) {
            flip(table, Files.size(table) / 3);
        }
        try (RocksDbStorage storage = Stores.open(store, Map.of("verify-on-open", "false"))) {
            Notes notes = new Notes(storage, 4_000);
            assertThat(notes.has(1_510)).as("not yet in a table").isTrue();
            assertThat(refused(CoreError.STORAGE_CORRUPT, notes::numbers)
                            .facts()
                            .get("reason"))
                    .asString()
                    .contains(".sst", "checksum mismatch");
            refused(CoreError.STORAGE_CORRUPT, () -> notes.add(2_000));
            assertThat(notes.has(1_510)).as("reading goes on").isTrue();
        }
    }

    @Test
    void aManifestThatIsCutShortHidesNothing() throws IOException {
        Path killed = killedWithTables();
        int refusals = 0;
        for (int bytes : new int[] {1, 40, 100, 200, 400}) {
            Path store = Stores.crashImage(killed, root.resolve("cut-" + bytes));
            for (Path file : Stores.files(store.resolve("db"))) {
                if (file.getFileName().toString().startsWith("MANIFEST")) {
                    cut(file, bytes);
                }
            }
            // What a lost entry said may follow from log files that are still there.
            try (RocksDbStorage storage = Stores.open(store)) {
                assertThat(new Notes(storage, 4_000).numbers()).isEqualTo(numbers(1_510));
            } catch (StorageException e) {
                assertThat(e.errorCode()).isEqualTo(CoreError.STORAGE_CORRUPT);
                refusals++;
            }
        }
        assertThat(refusals).isPositive();
    }

    @Test
    void filesWithoutWhichNothingCanBeTrustedAreMissed() throws IOException {
        for (String name : List.of("db/CURRENT", "acknowledged", "neo-store")) {
            Path store = Stores.crashImage(killed(), root.resolve("without-" + name.replace('/', '-')));
            Files.delete(store.resolve(name));
            if (name.equals("neo-store")) {
                refused(RocksDbError.NOT_A_STORE, () -> Stores.open(store));
            } else {
                assertThat(expectRefused(store)).contains(name.replace("db/", ""));
            }
            StoreDirectory.deleteTree(root.resolve("store"));
            StoreDirectory.deleteTree(root.resolve("killed"));
        }
    }

    @Test
    void aTransactionThatWasOpenLeavesNothing() throws IOException {
        Path store = root.resolve("store");
        Path image;
        try (RocksDbStorage storage = Stores.open(store)) {
            Notes notes = new Notes(storage);
            notes.addEach(1, 3);
            StorageTransaction open = notes.beginWrite();
            notes.insert(open, 4);
            image = Stores.crashImage(store, root.resolve("image"));
            open.rollback();
        }
        expectAll(image, 3);
    }
}
