package fr.aisneneo.core.rocksdb;

import static fr.aisneneo.core.rocksdb.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.tck.process.ChildCommand;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a store may be, and what happens where it may not. */
class LocationTest {
    @TempDir
    private Path root;

    @Test
    void parentsAreCreatedAndTheDirectoryIsForItsOwnerOnly() throws IOException {
        Path store = root.resolve("a/b/store");
        Stores.open(store).close();
        Assumptions.assumeTrue(Files.getFileStore(store).supportsFileAttributeView("posix"), "needs POSIX permissions");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(store)))
                .isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"with space", "Château-Thierry", "éàü ñ 汉字", "100%", "a#b?c", "'quoted'"})
    void anyNameServes(String name) {
        Path store = named(name);
        try (RocksDbStorage storage = Stores.open(store)) {
            new Notes(storage).add(1);
        }
        try (RocksDbStorage storage = Stores.open(store)) {
            assertThat(new Notes(storage).numbers()).containsExactly(1L);
        }
    }

    private Path named(String name) {
        try {
            return root.resolve(name);
        } catch (InvalidPathException e) {
            return Assumptions.abort("This JVM's locale cannot name such a file: " + e.getMessage());
        }
    }

    @Test
    void aRelativePathIsTakenFromTheWorkingDirectory() throws IOException {
        Path target = Path.of("target").toAbsolutePath();
        Path store = Files.createTempDirectory(target, "relative");
        try {
            String relative = Path.of("").toAbsolutePath().relativize(store) + "/../" + store.getFileName();
            try (RocksDbStorage storage = Stores.open(relative, Map.of())) {
                assertThat(storage.info().location()).isEqualTo(relative);
                refused(CoreError.STORAGE_LOCKED, () -> Stores.open(store));
            }
        } finally {
            StoreDirectory.deleteTree(store);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "a\0b"})
    void aPathThatIsNoneIsRefused(String location) {
        refused(RocksDbError.LOCATION, () -> Stores.open(location, Map.of()));
    }

    @Test
    void aFileIsNoPlaceForAStore() throws IOException {
        Path file = Files.writeString(root.resolve("file"), "text");
        refused(RocksDbError.LOCATION, () -> Stores.open(file));
        refused(RocksDbError.LOCATION, () -> Stores.open(file.resolve("below")));
        assertThat(file).hasContent("text");
    }

    @Test
    void aDirectoryWithSomethingElseIsRefusedAndLeftAlone() throws IOException {
        Path other = Files.createDirectory(root.resolve("photos"));
        Files.writeString(other.resolve("cat.jpg"), "meow");
        NeoException refusal = refused(RocksDbError.NOT_A_STORE, () -> Stores.open(other));
        assertThat(refusal.facts()).containsEntry("found", "cat.jpg");
        assertThat(Stores.files(other)).containsExactly(other.resolve("cat.jpg"));
    }

    @Test
    void aBareRocksDbIsNotTakenOver() throws Exception {
        NativeLibrary.load();
        org.rocksdb.RocksDB.open(root.toString()).close();
        Map<String, String> before = Stores.digests(root);
        refused(RocksDbError.NOT_A_STORE, () -> Stores.open(root));
        assertThat(Stores.digests(root)).isEqualTo(before);
    }

    @Test
    void aNewerFormatIsRefusedAndLeftAlone() throws IOException {
        Stores.open(root).close();
        Files.writeString(root.resolve("neo-store"), "engine=rocksdb\nmade-by=9.0\nformat=2\n");
        Map<String, String> before = Stores.digests(root);
        assertThat(refused(RocksDbError.NEWER_FORMAT, () -> Stores.open(root)).facts())
                .containsEntry("format", "2");
        assertThat(Stores.digests(root)).isEqualTo(before);
    }

    @Test
    void aStoreWhoseMakingWasCutOffIsMadeAnew() throws IOException {
        Path store = root.resolve("store");
        Stores.open(store).close();
        Files.move(store.resolve("neo-store"), store.resolve("neo-store.new"));
        Files.delete(store.resolve("db/CURRENT"));
        try (RocksDbStorage storage = Stores.open(store)) {
            Notes notes = new Notes(storage);
            assertThat(notes.numbers()).isEmpty();
            notes.add(1);
        }
        try (RocksDbStorage storage = Stores.open(store)) {
            assertThat(new Notes(storage).numbers()).containsExactly(1L);
        }
    }

    @Test
    void aPlaceWithoutTheRightToWriteIsRefused() throws IOException {
        // Not even root may make a directory there.
        Path forbidden = Path.of("/proc");
        Assumptions.assumeTrue(Files.isDirectory(forbidden), "needs Linux");
        refused(RocksDbError.LOCATION, () -> Stores.open(forbidden.resolve("neo/store")));
    }

    @Test
    void aStoreThatMayOnlyBeReadIsRefused() throws IOException {
        Stores.open(root).close();
        Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("r-x------"));
        try {
            Assumptions.assumeFalse(Files.isWritable(root), "root may write everywhere");
            refused(RocksDbError.LOCATION, () -> Stores.open(root));
        } finally {
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx------"));
        }
        Stores.open(root).close();
    }

    /** Opens a store, and says what is wrong. */
    static final class Opener {
        private Opener() {}

        public static void main(String... arguments) {
            try (RocksDbStorage storage = Stores.open(Path.of(arguments[0]))) {
                System.out.println("open " + storage.info().engine());
            } catch (NeoException e) {
                System.out.println(e.getMessage());
            }
        }
    }

    @Test
    void aStoreOnAReadOnlyFileSystemIsRefused() throws Exception {
        Stores.open(root).close();
        String script = "mount --bind \"$0\" \"$0\" && mount -o remount,bind,ro \"$0\" && exec \"$@\"";
        List<String> readOnly = List.of("unshare", "-m", "/bin/sh", "-c", script, root.toString());
        Assumptions.assumeTrue(ChildCommand.works(readOnly), "needs root");
        try (ChildJvm child =
                ChildCommand.of(Opener.class, root.toString()).behind(readOnly).start()) {
            assertThat(child.line()).startsWith("[rocksdb.location]").contains("Read-only file system");
        }
        Stores.open(root).close();
    }
}
