package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
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
    private final Path directory;
    private final Options options;
    private final RocksDB db;
    private final WriteOptions synced = new WriteOptions().setSync(true);
    private final Notices notices = new Notices();

    private BareRocksDb(Lab lab) throws RocksDBException {
        RocksDB.loadLibrary();
        directory = lab.newPath("bare");
        // As the engine has it: writing over a used log spares each sync the journal of the file system.
        options = new Options().setCreateIfMissing(true).setRecycleLogFileNum(2);
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
            batch.clear();
            BareEntries.put(batch, notices.next());
            db.write(synced, batch);
        }

        @Override
        public void close() {
            batch.close();
        }
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
