package fr.aisneneo.core.rocksdb;

import fr.aisneneo.core.plugin.Settings;
import fr.aisneneo.core.storage.spi.BodyFormat;
import fr.aisneneo.core.storage.spi.CollectionSchema;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.IndexEntry;
import fr.aisneneo.core.storage.spi.IndexKey;
import fr.aisneneo.core.storage.spi.IndexSchema;
import fr.aisneneo.core.storage.spi.IndexSchema.IndexPart;
import fr.aisneneo.core.storage.spi.PartType;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.storage.spi.StorageTransaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Durable commits a second of documents of 400 bytes with two index entries, against bare RocksDB writing the same
 * entries with sync, alternating. Not a test: {@code CommitRates DIRECTORY [SECONDS] [ROUNDS]}.
 */
final class CommitRates {
    private static final int[] CALLERS = {1, 8, 64};
    private static final IndexSchema BY_PLACE = new IndexSchema(
            "by_place",
            false,
            false,
            List.of(new IndexPart("place", PartType.STRING), new IndexPart("at", PartType.INSTANT)));
    private static final IndexSchema BY_NUMBER =
            new IndexSchema("by_number", true, false, List.of(new IndexPart("number", PartType.LONG)));
    private static final CollectionSchema COLLECTION =
            new CollectionSchema("measured", BodyFormat.BINARY, List.of(BY_PLACE, BY_NUMBER));
    private static final TenantId TENANT = new TenantId("aisne-neo");

    private CommitRates() {}

    /** One commit by one of many callers. */
    private interface Caller extends AutoCloseable {
        void commit(long number) throws RocksDBException;

        @Override
        default void close() {
            // nothing to close
        }
    }

    public static void main(String... args) throws Exception {
        Path root = Files.createTempDirectory(Path.of(args[0]), "rates");
        double seconds = args.length > 1 ? Double.parseDouble(args[1]) : 3;
        int rounds = args.length > 2 ? Integer.parseInt(args[2]) : 5;
        try {
            for (int callers : CALLERS) {
                List<Rate> bare = new ArrayList<>();
                List<Rate> ours = new ArrayList<>();
                for (int round = 0; round <= rounds; round++) {
                    Rate first = bare(root.resolve("bare"), callers, seconds);
                    Rate second = ours(root.resolve("ours"), callers, seconds);
                    if (round > 0) {
                        bare.add(first);
                        ours.add(second);
                    }
                }
                double bareRate = median(bare, Rate::perSecond);
                double ourRate = median(ours, Rate::perSecond);
                System.out.printf(
                        Locale.ROOT,
                        "%d callers: bare %.0f/s (%.0f µs of CPU), ours %.0f/s (%.0f µs of CPU), ratio %.2f%n",
                        callers,
                        bareRate,
                        median(bare, Rate::cpuMicros),
                        ourRate,
                        median(ours, Rate::cpuMicros),
                        ourRate / bareRate);
            }
        } finally {
            StoreDirectory.deleteTree(root);
        }
    }

    /**
     * One measurement.
     *
     * @param perSecond commits a second
     * @param cpuMicros microseconds of processor time a commit, of the whole process
     */
    private record Rate(double perSecond, double cpuMicros) {}

    private static double median(List<Rate> rates, ToDoubleFunction<Rate> part) {
        double[] values = rates.stream().mapToDouble(part).sorted().toArray();
        return values[values.length / 2];
    }

    private static long cpuNanos() {
        return ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toNanos();
    }

    private static Rate bare(Path directory, int callers, double seconds) throws Exception {
        NativeLibrary.load();
        try (Options options = new Options().setCreateIfMissing(true).setWriteBufferSize(32 << 20);
                RocksDB db = RocksDB.open(options, directory.toString());
                WriteOptions synced = new WriteOptions().setSync(true)) {
            return rate(callers, seconds, () -> new BareCaller(db, synced));
        } finally {
            StoreDirectory.deleteTree(directory);
        }
    }

    private static Rate ours(Path directory, int callers, double seconds) throws Exception {
        RocksDbStoragePlugin plugin = new RocksDbStoragePlugin();
        try (Storage storage = plugin.open(directory.toString(), Settings.check(plugin.descriptor(), Map.of()))) {
            storage.declare(COLLECTION);
            return rate(callers, seconds, () -> new OurCaller(storage));
        } finally {
            StoreDirectory.deleteTree(directory);
        }
    }

    private static Rate rate(int callers, double seconds, Supplier<Caller> factory) throws InterruptedException {
        AtomicLong numbers = new AtomicLong();
        AtomicLong commits = new AtomicLong();
        long cpu = cpuNanos();
        long start = System.nanoTime();
        long end = start + (long) (seconds * 1e9);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < callers; i++) {
            Thread thread = new Thread(() -> {
                try (Caller caller = factory.get()) {
                    long done = 0;
                    while (System.nanoTime() < end) {
                        caller.commit(numbers.incrementAndGet());
                        done++;
                    }
                    commits.addAndGet(done);
                } catch (RocksDBException e) {
                    throw new IllegalStateException(e);
                }
            });
            threads.add(thread);
            thread.start();
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return new Rate(commits.get() / ((System.nanoTime() - start) / 1e9), (cpuNanos() - cpu) / 1e3 / commits.get());
    }

    private static String id(long number) {
        return String.format(Locale.ROOT, "%016x-%016x", number * 0x9E3779B97F4A7C15L, number);
    }

    private static byte[] body(long number) {
        byte[] body = new byte[400];
        SplittableRandom random = new SplittableRandom(number);
        for (int i = 0; i < body.length; i++) {
            body[i] = (byte) ('a' + random.nextInt(26));
        }
        return body;
    }

    private static final class BareCaller implements Caller {
        private final RocksDB db;
        private final WriteOptions options;
        private final WriteBatch batch = new WriteBatch();

        BareCaller(RocksDB db, WriteOptions options) {
            this.db = db;
            this.options = options;
        }

        @Override
        public void commit(long number) throws RocksDBException {
            String id = id(number);
            batch.clear();
            batch.put(text("1measured|aisne-neo|" + id), body(number));
            batch.put(text("2measured|aisne-neo|by_place|Laon|" + number % 1_000_000 + id), new byte[0]);
            batch.put(
                    ByteBuffer.allocate(100)
                            .put(text("2measured|aisne-neo|by_number|"))
                            .putLong(number)
                            .put(text(id))
                            .array(),
                    new byte[0]);
            db.write(options, batch);
        }

        private static byte[] text(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public void close() {
            batch.close();
        }
    }

    private record OurCaller(Storage storage) implements Caller {
        @Override
        public void commit(long number) {
            byte[] body = body(number);
            StorageTransaction transaction = storage.beginWrite(new TreeSet<>());
            transaction.insert(
                    COLLECTION,
                    TENANT,
                    new DocumentWrite(
                            id(number),
                            1,
                            body,
                            List.of(
                                    new IndexEntry(
                                            BY_PLACE, IndexKey.of("Laon", Instant.ofEpochSecond(number % 1_000_000))),
                                    new IndexEntry(BY_NUMBER, IndexKey.of(number)))));
            transaction.commit();
        }
    }
}
