package fr.aisneneo.core.transfer;

import fr.aisneneo.core.error.RefusedException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Objects;

/** A file that has its name only once it is whole and on the disk. */
final class NewFile {
    private static final int BUFFER = 1 << 16;

    private NewFile() {}

    /** Writes what a file is to hold. */
    interface Content<R> {
        R writeTo(OutputStream out) throws IOException;
    }

    static <R> R write(Path file, Content<R> content) throws IOException {
        checkFree(file);
        Path whole = file.toAbsolutePath();
        Path directory = Objects.requireNonNull(whole.getParent(), "A file has a directory");
        // Readable by its owner only where the file system knows of owners.
        Path part = Files.createTempFile(directory, whole.getFileName() + ".", ".part");
        try {
            R result;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
                result = content.writeTo(out);
                out.flush();
                channel.force(true);
            }
            checkFree(file);
            Files.move(part, whole, StandardCopyOption.ATOMIC_MOVE);
            syncName(directory);
            return result;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void checkFree(Path file) {
        if (Files.exists(file)) {
            throw new RefusedException(TransferError.FILE_EXISTS, Map.of("file", file));
        }
    }

    private static void syncName(Path directory) {
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Not every system lets a directory be opened; there the name is durable a little later.
        }
    }
}
