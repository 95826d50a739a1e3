package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.SealingError;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Set;

/** Files and directories that only their owner has rights on, where the file system knows rights. */
final class OwnerOnly {
    private static final String FILE = "rw-------";
    private static final String DIRECTORY = "rwx------";

    private OwnerOnly() {}

    static void createDirectory(Path directory) throws IOException {
        Path parent = directory.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        try {
            Files.createDirectory(directory, attributes(directory, DIRECTORY));
        } catch (FileAlreadyExistsException e) {
            if (!Files.isDirectory(directory)) {
                throw e;
            }
        }
    }

    /** Makes an empty file, or leaves the one that is there. */
    static void createFile(Path file) throws IOException {
        try {
            Files.createFile(file, attributes(file, FILE));
        } catch (FileAlreadyExistsException e) {
            require(file);
        }
    }

    /**
     * Refuses what others have rights on.
     *
     * @throws StorageException {@code sealing.key_store.rights}
     */
    static void require(Path path) throws IOException {
        if (!isPosix(path)) {
            return;
        }
        Set<PosixFilePermission> rights = Files.getPosixFilePermissions(path);
        String shown = PosixFilePermissions.toString(rights);
        if (!shown.endsWith("------")) {
            String expected = Files.isDirectory(path) ? "chmod 700" : "chmod 600";
            throw new StorageException(
                    SealingError.KEY_STORE_RIGHTS, Map.of("path", path, "rights", shown, "expected", expected));
        }
    }

    /** Makes the names of a directory durable; an interruption is kept for later, since it would undo the promise. */
    static void force(Path directory) throws IOException {
        if (!isPosix(directory)) {
            return;
        }
        boolean interrupted = false;
        try {
            while (true) {
                try (FileChannel names = FileChannel.open(directory, StandardOpenOption.READ)) {
                    names.force(true);
                    return;
                } catch (ClosedByInterruptException e) {
                    interrupted |= Thread.interrupted();
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static FileAttribute<?>[] attributes(Path path, String rights) {
        return isPosix(path)
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights))}
                : new FileAttribute<?>[0];
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }
}
