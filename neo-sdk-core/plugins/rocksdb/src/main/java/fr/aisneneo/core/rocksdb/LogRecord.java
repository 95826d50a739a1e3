package fr.aisneneo.core.rocksdb;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.rocksdb.RocksDBException;
import org.rocksdb.WriteBatch;

/**
 * How a record of the log begins: every batch of this engine does so with a note for the log alone, of what was durable
 * when it was written, and with the commit number, whose key is before all others.
 *
 * @param durable the last commit that was known to be durable
 * @param commit the number of this one
 */
record LogRecord(long durable, long commit) {
    /** RocksDB's sequence number and count; it logs a batch of nothing else after a recovery. */
    private static final int BATCH_HEADER = 12;
    /** A note of eight bytes. */
    private static final byte[] NOTE = {3, 8};
    /** Put, key of two bytes, 0 and 's', value of eight bytes. */
    private static final byte[] COMMIT = {1, 2, 0, 's', 8};

    private static final int DURABLE_AT = BATCH_HEADER + NOTE.length;
    private static final int COMMIT_ENTRY_AT = DURABLE_AT + Long.BYTES;
    private static final int COMMIT_AT = COMMIT_ENTRY_AT + COMMIT.length;
    /** How much of a record has to be read. */
    static final int START_BYTES = COMMIT_AT + Long.BYTES;

    static boolean isEmpty(int length) {
        return length == BATCH_HEADER;
    }

    static @Nullable LogRecord read(byte[] start, int length) {
        if (length < START_BYTES
                || !Arrays.equals(start, BATCH_HEADER, DURABLE_AT, NOTE, 0, NOTE.length)
                || !Arrays.equals(start, COMMIT_ENTRY_AT, COMMIT_AT, COMMIT, 0, COMMIT.length)) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(start);
        return new LogRecord(bytes.getLong(DURABLE_AT), bytes.getLong(COMMIT_AT));
    }

    /** Begins a batch; the commit number has to follow. */
    static void begin(WriteBatch batch, long durable) throws RocksDBException {
        batch.putLogData(ByteBuffer.allocate(Long.BYTES).putLong(durable).array());
    }
}
