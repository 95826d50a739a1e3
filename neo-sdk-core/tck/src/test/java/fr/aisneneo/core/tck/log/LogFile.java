package fr.aisneneo.core.tck.log;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * Changes one after the other, each record with its length and checksum. Not on channels, which an interruption closes.
 */
final class LogFile implements AutoCloseable {
    private static final int HEADER_BYTES = 8;
    private static final int REMOVAL = -1;

    private final RandomAccessFile file;
    private final LogFault fault;
    private final ByteArrayOutputStream held = new ByteArrayOutputStream();
    private final AtomicLong end = new AtomicLong();

    private LogFile(RandomAccessFile file, LogFault fault) {
        this.file = file;
        this.fault = fault;
    }

    /** Opens a log, replays what is whole and cuts off what follows. */
    static LogFile open(Path path, Map<byte[], byte[]> replayed, LogFault fault) throws IOException {
        RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
        LogFile log = new LogFile(file, fault);
        try (DataInputStream in = new DataInputStream(Files.newInputStream(path))) {
            byte @Nullable [] record = next(in, fault);
            while (record != null) {
                replay(record, replayed);
                log.end.addAndGet(HEADER_BYTES + record.length);
                record = next(in, fault);
            }
            file.setLength(log.end());
            file.seek(log.end());
            file.getFD().sync();
            return log;
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    /** The next record, or null at the first that is not whole. */
    private static byte @Nullable [] next(DataInputStream in, LogFault fault) throws IOException {
        if (in.available() < HEADER_BYTES) {
            return null;
        }
        int length = in.readInt();
        int checksum = in.readInt();
        if (length <= 0 || (length > in.available() && fault != LogFault.UNCHECKED)) {
            return null;
        }
        byte[] record = in.readNBytes(length);
        return checksum(record) == checksum || fault == LogFault.UNCHECKED ? record : null;
    }

    private static int checksum(byte[] record) {
        CRC32 crc = new CRC32();
        crc.update(record);
        return (int) crc.getValue();
    }

    private static void replay(byte[] record, Map<byte[], byte[]> map) throws IOException {
        DataInputStream in = new DataInputStream(new ByteArrayInputStream(record));
        for (int count = in.readInt(); count > 0; count--) {
            byte[] key = in.readNBytes(in.readInt());
            int length = in.readInt();
            if (length == REMOVAL) {
                map.remove(key);
            } else {
                map.put(key, in.readNBytes(length));
            }
        }
    }

    /** Appends changes as one record; durable only after {@link #sync()}. */
    void append(SortedMap<byte[], byte @Nullable []> changes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.writeInt(changes.size());
        for (Map.Entry<byte[], byte @Nullable []> change : changes.entrySet()) {
            byte[] value = change.getValue();
            out.writeInt(change.getKey().length);
            out.write(change.getKey());
            out.writeInt(value == null ? REMOVAL : value.length);
            if (value != null) {
                out.write(value);
            }
        }
        byte[] record = bytes.toByteArray();
        ByteArrayOutputStream framed = new ByteArrayOutputStream(HEADER_BYTES + record.length);
        DataOutputStream frame = new DataOutputStream(framed);
        frame.writeInt(record.length);
        frame.writeInt(checksum(record));
        frame.write(record);
        held.writeBytes(framed.toByteArray());
        if (fault != LogFault.LATE || held.size() > 100_000) {
            byte[] records = held.toByteArray();
            held.reset();
            file.write(records);
            end.addAndGet(records.length);
        }
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    /** How long the log is. */
    long end() {
        return end.get();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
