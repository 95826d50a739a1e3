package fr.aisneneo.core.rocksdb;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code acknowledged}: the last commit known to be durable, written after each sync and itself not synced. A
 * killed process leaves it exact; after a power cut it may be some seconds old, and the notes in the log itself
 * ({@link LogRecord}) tell more. What the store holds must reach both, and may go beyond.
 *
 * <p>Sixteen bytes: the commit number and its complement.
 */
final class AcknowledgedMark implements AutoCloseable {
    static final String NAME = "acknowledged";
    private static final int BYTES = 2 * Long.BYTES;

    // Not a FileChannel: that one is closed by the interruption of whichever thread happens to write.
    private final RandomAccessFile file;
    private final ByteBuffer bytes = ByteBuffer.allocate(BYTES);

    private AcknowledgedMark(RandomAccessFile file) {
        this.file = file;
    }

    /** Opens the mark of a store, creating it where it is missing. */
    static AcknowledgedMark open(Path directory) throws IOException {
        return new AcknowledgedMark(new RandomAccessFile(directory.resolve(NAME).toFile(), "rw"));
    }

    /**
     * The mark of a store that nobody has open.
     *
     * @return the commit, or null if the file is missing or damaged
     */
    static @Nullable Long read(Path directory) throws IOException {
        Path path = directory.resolve(NAME);
        if (!Files.exists(path) || Files.size(path) != BYTES) {
            return null;
        }
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(path));
        if (bytes.remaining() != BYTES) {
            throw new EOFException(NAME);
        }
        long commit = bytes.getLong();
        return commit >= 0 && bytes.getLong() == ~commit ? commit : null;
    }

    /** Writes the mark. By one thread at a time. */
    void write(long commit) throws IOException {
        bytes.clear().putLong(commit).putLong(~commit);
        file.seek(0);
        file.write(bytes.array());
    }

    void sync() throws IOException {
        file.getFD().sync();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
