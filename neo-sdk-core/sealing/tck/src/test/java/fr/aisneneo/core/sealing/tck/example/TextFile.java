package fr.aisneneo.core.sealing.tck.example;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.SealingError;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/** Lines of a name and a value, written as a whole or not at all; open in one place at a time. */
record TextFile(Path path, FileChannel lock) implements AutoCloseable {
    private static final String END = "end ";

    static TextFile open(Path path) throws IOException {
        FileChannel lock =
                FileChannel.open(sibling(path, ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (tryLock(lock) == null) {
            lock.close();
            throw new StorageException(SealingError.KEY_STORE_BUSY, Map.of("location", path, "seconds", 0));
        }
        return new TextFile(path, lock);
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // it is open in this process
        }
    }

    SortedMap<String, String> read() throws IOException {
        SortedMap<String, String> lines = new TreeMap<>();
        if (Files.exists(path)) {
            String text = Files.readString(path, StandardCharsets.ISO_8859_1);
            int end = text.lastIndexOf(END);
            if (end < 0 || !text.substring(end).equals(end(text.substring(0, end)))) {
                throw new StorageException(
                        SealingError.KEY_STORE_DAMAGED, Map.of("file", path, "where", "its last line"));
            }
            text.substring(0, end).lines().forEach(line -> {
                int blank = line.indexOf(' ');
                lines.put(line.substring(0, blank), line.substring(blank + 1));
            });
        }
        return lines;
    }

    /** The last line, which only fits the whole of what stands before it. */
    private static String end(String text) {
        CRC32C sum = new CRC32C();
        sum.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return END + sum.getValue() + "\n";
    }

    /**
     * Durable when this returns; then what stood there before is overwritten, for there may be destroyed keys in it.
     */
    void replace(SortedMap<String, String> lines) throws IOException {
        StringBuilder text = new StringBuilder();
        lines.forEach(
                (name, value) -> text.append(name).append(' ').append(value).append('\n'));
        Path next = sibling(path, ".new");
        try (FileChannel out = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            String whole = text + end(text.toString());
            ByteBuffer bytes = ByteBuffer.wrap(whole.getBytes(StandardCharsets.ISO_8859_1));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            out.force(true);
        }
        Path before = sibling(path, ".old");
        Files.deleteIfExists(before);
        if (Files.exists(path)) {
            Files.createLink(before, path);
        }
        Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        try (FileChannel directory = FileChannel.open(path.toAbsolutePath().getParent())) {
            directory.force(true);
        }
        if (Files.exists(before)) {
            overwrite(before);
        }
    }

    private static void overwrite(Path file) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.write(new byte[(int) bytes.length()]);
            bytes.getFD().sync();
        }
        Files.delete(file);
    }

    private static Path sibling(Path path, String ending) {
        return path.resolveSibling(path.getFileName() + ending);
    }

    @Override
    public void close() throws IOException {
        lock.close();
    }
}
