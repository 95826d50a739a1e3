package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * RocksDB without anything around it: a document and its two index entries in one synced batch, and RocksDB's own way
 * to let writers share a sync. Nothing is encoded, checked or read before.
 */
final class BareRocksDb implements Side {
    private static final byte[] NOTHING = new byte[0];
    private static final int BODY = 400;
    private static final byte DOCUMENT = 1;
    private static final byte BY_PLACE = 2;
    private static final byte BY_NUMBER = 3;

    private final Path directory;
    private final Options options;
    private final RocksDB db;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final Notices notices = new Notices();

    private BareRocksDb(Lab lab) throws RocksDBException {
        RocksDB.loadLibrary();
        directory = lab.newPath("bare");
        options = new Options().setCreateIfMissing(true);
        db = RocksDB.open(options, directory.toString());
    }

    static Contender synced() {
        return new Contender("bare RocksDB", BareRocksDb::new);
    }

    @Override
    public Caller caller() {
        return new Putting();
    }

    private final class Putting implements Caller {
        private final WriteBatch batch = new WriteBatch();

        @Override
        public void call() throws RocksDBException {
            Notice notice = notices.next();
            byte[] id = text(notice.id());
            batch.clear();
            batch.put(key(DOCUMENT, NOTHING, id), body(notice));
            batch.put(
                    key(
                            BY_PLACE,
                            ByteBuffer.allocate(24)
                                    .put(text(notice.place()))
                                    .putLong(16, notice.at().getEpochSecond())
                                    .array(),
                            id),
                    NOTHING);
            batch.put(
                    key(
                            BY_NUMBER,
                            ByteBuffer.allocate(Long.BYTES)
                                    .putLong(notice.number())
                                    .array(),
                            id),
                    NOTHING);
            db.write(synced, batch);
        }

        @Override
        public void close() {
            batch.close();
        }
    }

    private static byte[] body(Notice notice) {
        byte[] text = text(notice.text());
        return ByteBuffer.allocate(BODY)
                .put(text)
                .put(text, 0, BODY - text.length)
                .array();
    }

    private static byte[] key(byte kind, byte[] value, byte[] id) {
        return ByteBuffer.allocate(1 + value.length + id.length)
                .put(kind)
                .put(value)
                .put(id)
                .array();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void check(long calls) {
        long found = 0;
        try (RocksIterator all = db.newIterator()) {
            for (all.seekToFirst(); all.isValid(); all.next()) {
                found++;
            }
        }
        Counts.requireEqual("entries", 3 * calls, found);
    }

    @Override
    public void close() throws Exception {
        db.close();
        synced.close();
        options.close();
        Lab.remove(directory);
    }
}
