package fr.aisneneo.core.rocksdb;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.CRC32C;

/** Writes log files as RocksDB does, to be damaged. */
final class LogWriter {
    private static final int BLOCK = 32_768;
    private static final int HEADER = 11;

    private final int number;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    LogWriter(int number) {
        this.number = number;
    }

    /** Commits from a first to a last one, each of some bytes, that all know the same commit to be durable. */
    LogWriter commits(long first, long last, long durable, int size) {
        for (long commit = first; commit <= last; commit++) {
            record(ByteBuffer.allocate(Math.max(size, 35))
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putLong(commit * 2)
                    .putInt(2)
                    .order(ByteOrder.BIG_ENDIAN)
                    .put(new byte[] {3, 8})
                    .putLong(durable)
                    .put(new byte[] {1, 2, 0, 's', 8})
                    .putLong(commit)
                    .array());
        }
        return this;
    }

    LogWriter record(byte[] record) {
        int at = 0;
        boolean first = true;
        do {
            int left = BLOCK - bytes.size() % BLOCK;
            if (left < HEADER) {
                bytes.writeBytes(new byte[left]);
                left = BLOCK;
            }
            int take = Math.min(left - HEADER, record.length - at);
            boolean last = at + take == record.length;
            fragment(first ? (last ? 5 : 6) : last ? 8 : 7, record, at, take);
            at += take;
            first = false;
        } while (at < record.length);
        return this;
    }

    private void fragment(int type, byte[] record, int from, int length) {
        ByteBuffer fragment = ByteBuffer.allocate(HEADER + length).order(ByteOrder.LITTLE_ENDIAN);
        fragment.position(4);
        fragment.putShort((short) length).put((byte) type).putInt(number).put(record, from, length);
        CRC32C crc = new CRC32C();
        crc.update(fragment.array(), 6, HEADER - 6 + length);
        int sum = (int) crc.getValue();
        fragment.putInt(0, (sum >>> 15 | sum << 17) + 0xA282EAD8);
        bytes.writeBytes(fragment.array());
    }

    LogWriter raw(byte[] more) {
        bytes.writeBytes(more);
        return this;
    }

    int size() {
        return bytes.size();
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Path write(Path directory) throws IOException {
        return Files.write(directory.resolve(String.format(Locale.ROOT, "%06d.log", number)), bytes());
    }
}
