package fr.aisneneo.core.rocksdb;

import java.io.IOException;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What an open store holds, to be released in order.
 *
 * @param db the database
 * @param options what it was opened with, which must outlive it
 * @param directory where it is
 * @param mark what was acknowledged
 * @param lock keeps others out
 */
record OpenStore(RocksDB db, NativeOptions options, StoreDirectory directory, AcknowledgedMark mark, StoreLock lock) {
    private static final Logger LOG = LoggerFactory.getLogger(OpenStore.class);

    /** Releases everything but the lock, which the opening that failed releases itself. */
    void abandon() {
        try {
            // Compactions stop where they are; they begin anew with the next opening.
            db.cancelAllBackgroundWork(true);
            db.closeE();
        } catch (RocksDBException e) {
            LOG.warn("Closing RocksDB in {} reported: {}", directory.path(), Failure.reason(e));
        }
        options.close();
        try {
            mark.close();
        } catch (IOException e) {
            LOG.warn("Closing the mark in {} reported: {}", directory.path(), Failure.reason(e));
        }
    }

    /** Releases everything. */
    void release() {
        abandon();
        try {
            lock.close();
        } catch (IOException e) {
            LOG.warn("Unlocking {} reported: {}", directory.path(), Failure.reason(e));
        }
    }
}
