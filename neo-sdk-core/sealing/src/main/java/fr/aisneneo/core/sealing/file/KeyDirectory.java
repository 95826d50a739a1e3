package fr.aisneneo.core.sealing.file;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/**
 * The directory of a key store: which files are in it, and the order in which they come and go, so that a crash between
 * two steps leaves a state that is opened as the one before or the one after. Everything is done under the
 * {@link StoreLock}. Immutable and thread-safe.
 *
 * @param path the directory
 * @param sync how the file of the keys is made durable
 */
record KeyDirectory(Path path, Sync sync) {
    private static final String NEXT = "keys.new";

    /** Makes the directory for its owner only, or refuses one that others have rights on. */
    void prepare() throws IOException {
        OwnerOnly.createDirectory(path);
        OwnerOnly.require(path);
    }

    /** Clears away what a crash left, makes the first keys where there are none, and opens them. */
    OpenKeys openOrCreate() throws IOException {
        Files.deleteIfExists(next());
        if (!Files.exists(current())) {
            RootKey root = RootKey.create(path);
            try (KeyFile first = KeyFile.create(next(), new KeyFile.Header(UUID.randomUUID(), root.id()), sync)) {
                first.force();
            }
            putNextInPlace();
        }
        OpenKeys keys = open();
        try {
            clearOtherRoots(keys.header().rootId());
            return keys;
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    /** The keys that are there, caught up. */
    OpenKeys open() throws IOException {
        OpenKeys keys = OpenKeys.open(path, sync);
        try {
            keys.catchUp();
            return keys;
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    /** Whether another file stands in the place of one that was opened. */
    boolean isReplaced(KeyFile.Header opened) throws IOException {
        try (KeyFile now = KeyFile.open(current(), sync)) {
            return !now.header().equals(opened);
        }
    }

    /** Writes the keys once more, wrapped by a new root key, beside those that are in their place. */
    RootKey writeNext(OpenKeys keys) throws IOException {
        RootKey root = RootKey.create(path);
        KeyFile.Header header = new KeyFile.Header(keys.header().store(), root.id());
        try (KeyFile next = KeyFile.create(next(), header, sync)) {
            keys.copy(next, root);
            next.force();
        }
        return root;
    }

    void putNextInPlace() throws IOException {
        // The root key's name first: the file that needs it must not be there without it.
        OwnerOnly.force(path);
        Files.move(next(), current(), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.force(path);
    }

    /** Destroys those of before a rotation, or of one that did not come to its end. */
    void clearOtherRoots(String current) throws IOException {
        boolean cleared = false;
        try (DirectoryStream<Path> roots = Files.newDirectoryStream(path, "root-*.key")) {
            for (Path root : roots) {
                if (!root.equals(RootKey.file(path, current))) {
                    RootKey.destroy(root);
                    cleared = true;
                }
            }
        }
        if (cleared) {
            OwnerOnly.force(path);
        }
    }

    private Path current() {
        return path.resolve(KeyFile.NAME);
    }

    private Path next() {
        return path.resolve(NEXT);
    }
}
