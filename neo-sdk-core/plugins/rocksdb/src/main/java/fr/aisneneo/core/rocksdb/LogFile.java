package fr.aisneneo.core.rocksdb;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * Reads one file of RocksDB's write-ahead log, record by record. Where it is damaged the chain of records ends; what
 * can still be read behind that is looked at too, since it may tell that more was acknowledged.
 *
 * <p>The format is that of RocksDB's "Write Ahead Log File Format": blocks of 32 KiB; in them fragments of checksum
 * (CRC-32C, masked), length, type and, since files are used again, the file's number; what follows the last fragment in
 * a reused file is of an older number.
 */
final class LogFile {
    private static final int BLOCK = 32_768;
    private static final int HEADER = 7;
    private static final int NUMBERED_HEADER = 11;
    private static final int FULL = 1;
    private static final int FIRST = 2;
    private static final int MIDDLE = 3;
    private static final int LAST = 4;
    /** How much higher the types are of fragments with a number. */
    private static final int NUMBERED = 4;

    private static final String CUT_SHORT = "the record is cut short";

    private final Path path;
    private final int number;
    private final byte[] block = new byte[BLOCK];
    private final byte[] start = new byte[LogRecord.START_BYTES];
    private int startLength;
    private boolean inRecord;
    private boolean over;
    private long end;
    private @Nullable Damage damage;

    /**
     * Where the chain of records ends before the file does.
     *
     * @param file the file
     * @param offset behind the last record of the chain, in bytes
     * @param what is wrong there
     */
    record Damage(Path file, long offset, String what) {
        @Override
        public String toString() {
            return file.getFileName() + ", byte " + offset + ": " + what;
        }
    }

    /** Takes the records of a file in their order. */
    interface Records {
        /**
         * The next record of the chain.
         *
         * @return why it does not belong to the chain, or null if it does
         */
        @Nullable String next(LogRecord record);

        /** A whole record behind the end of the chain. */
        void behind(LogRecord record);
    }

    LogFile(Path path, long number) {
        this.path = path;
        this.number = (int) number;
    }

    /** Reads the file. Once. */
    void read(Records records) throws IOException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 20)) {
            int length = in.readNBytes(block, 0, BLOCK);
            for (long blockAt = 0; length > 0; blockAt += BLOCK) {
                readBlock(blockAt, length, records);
                length = in.readNBytes(block, 0, BLOCK);
            }
        }
        if (inRecord) {
            stop(CUT_SHORT);
        }
    }

    Path path() {
        return path;
    }

    /** Where the chain of records ends, in bytes. */
    long end() {
        return end;
    }

    @Nullable Damage damage() {
        return damage;
    }

    /** Reads up to the end of the block, or up to what cannot be read in it. */
    private void readBlock(long blockAt, int length, Records records) {
        int at = 0;
        while (length - at >= HEADER) {
            int type = block[at + 6];
            if (type == 0 && BLOCK - at < NUMBERED_HEADER) {
                return;
            }
            boolean numbered = type > NUMBERED && type <= NUMBERED + LAST;
            int header = numbered ? NUMBERED_HEADER : HEADER;
            int size = (block[at + 4] & 0xFF) | (block[at + 5] & 0xFF) << 8;
            if (at + header + size > length) {
                stop(length < BLOCK ? CUT_SHORT : "impossible length");
                return;
            }
            if (int32(at) != checksum(at + 6, header - 6 + size)) {
                stop("checksum mismatch");
                return;
            }
            if (numbered && int32(at + HEADER) != number) {
                // The rest of an older use.
                if (inRecord) {
                    stop(CUT_SHORT);
                }
                over = true;
                return;
            }
            fragment(numbered ? type - NUMBERED : type, at + header, size, records);
            at += header + size;
            if (!inRecord && !over) {
                end = blockAt + at;
            }
        }
        if (length < BLOCK && length > at) {
            stop(CUT_SHORT);
        }
    }

    private void stop(String what) {
        inRecord = false;
        over = true;
        if (damage == null) {
            damage = new Damage(path, end, what);
        }
    }

    private int int32(int at) {
        return ByteBuffer.wrap(block, at, Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .getInt();
    }

    private int checksum(int at, int length) {
        CRC32C crc = new CRC32C();
        crc.update(block, at, length);
        int sum = (int) crc.getValue();
        return (sum >>> 15 | sum << 17) + 0xA282EAD8;
    }

    private void fragment(int type, int at, int size, Records records) {
        boolean begins = type == FULL || type == FIRST;
        if (!begins && type != MIDDLE && type != LAST) {
            stop("unknown record type " + type);
            return;
        }
        if (begins == inRecord) {
            stop("a fragment without its record");
            if (!begins) {
                return;
            }
        }
        if (begins) {
            startLength = 0;
        }
        int take = Math.min(size, start.length - startLength);
        System.arraycopy(block, at, start, startLength, take);
        startLength += take;
        inRecord = type == FIRST || type == MIDDLE;
        if (!inRecord) {
            record(records);
        }
    }

    private void record(Records records) {
        if (LogRecord.isEmpty(startLength)) {
            return;
        }
        LogRecord record = LogRecord.read(start, startLength);
        if (record == null) {
            stop("a record that is no commit");
        } else if (over) {
            stop("records are missing");
            records.behind(record);
        } else {
            String wrong = records.next(record);
            if (wrong != null) {
                stop(wrong);
                records.behind(record);
            }
        }
    }
}
