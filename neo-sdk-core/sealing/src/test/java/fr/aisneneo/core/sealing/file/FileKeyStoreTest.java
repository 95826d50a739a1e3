package fr.aisneneo.core.sealing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileKeyStoreTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final TenantId SOISSONS = new TenantId("soissons");
    private static final PartyId ANNE = new PartyId(new UUID(1, 1));
    private static final PartyId BRUNO = new PartyId(new UUID(1, 2));
    private static final KeyName CONTACT = KeyName.of(LAON, ANNE, "contact");
    private static final KeyName HEALTH = KeyName.of(LAON, ANNE, "health");

    @TempDir
    private Path folder;

    private Path directory() {
        return folder.resolve("keys");
    }

    private static DataKey live(KeyState state) {
        assertThat(state).isInstanceOf(KeyState.Live.class);
        return ((KeyState.Live) state).key();
    }

    private static List<Path> rootsIn(Path directory) throws IOException {
        List<Path> roots = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "root-*.key")) {
            files.forEach(roots::add);
        }
        return roots;
    }

    @Test
    void aKeyIsMadeOnceAndIsThereAfterReopening() {
        DataKey made;
        String id;
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Absent());
            made = live(keys.obtain(CONTACT));
            assertThat(live(keys.obtain(CONTACT))).isEqualTo(made);
            assertThat(live(keys.obtain(HEALTH))).isNotEqualTo(made);
            id = keys.id();
        }
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            assertThat(live(keys.find(CONTACT))).isEqualTo(made);
            assertThat(keys.id()).isEqualTo(id);
            assertThat(keys.find(KeyName.of(SOISSONS, ANNE, "contact"))).isEqualTo(new KeyState.Absent());
        }
    }

    @Test
    void destroyedKeysAreGoneFromTheFileAndNeverMadeAgain() throws IOException {
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            live(keys.obtain(CONTACT));
            live(keys.obtain(HEALTH));
            live(keys.obtain(KeyName.of(LAON, BRUNO, "contact")));
            live(keys.obtain(KeyName.of(SOISSONS, ANNE, "contact")));
            String wrapped = wrappedIn(directory(), 0);
            long stamp = keys.stamp();

            assertThat(keys.destroy(LAON, ANNE)).containsExactly("contact", "health");

            assertThat(keys.stamp()).isNotEqualTo(stamp);
            assertThat(keys.destroyedCount()).isEqualTo(1);
            assertThat(wrappedIn(directory(), 0))
                    .isNotEqualTo(wrapped)
                    .containsOnlyDigits()
                    .matches("0+");
            assertThat(keys.destroy(LAON, ANNE)).containsExactly("contact", "health");
            assertThat(keys.destroyedCount()).isEqualTo(1);
        }
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            for (KeyName name : List.of(CONTACT, HEALTH, KeyName.of(LAON, ANNE, "new"))) {
                assertThat(keys.find(name)).isEqualTo(new KeyState.Destroyed());
                assertThat(keys.obtain(name)).isEqualTo(new KeyState.Destroyed());
            }
            live(keys.find(KeyName.of(LAON, BRUNO, "contact")));
            live(keys.find(KeyName.of(SOISSONS, ANNE, "contact")));
            List<PartyId> destroyed = new ArrayList<>();
            keys.forEachDestroyed(LAON, destroyed::add);
            keys.forEachDestroyed(SOISSONS, destroyed::add);
            assertThat(destroyed).containsExactly(ANNE);
        }
    }

    private static String wrappedIn(Path directory, int slot) throws IOException {
        byte[] all = Files.readAllBytes(directory.resolve(KeyFile.NAME));
        byte[] place = java.util.Arrays.copyOfRange(all, (slot + 1) * Slot.BYTES, (slot + 2) * Slot.BYTES);
        return Slot.decode(place).orElseThrow().wrapped();
    }

    @Test
    void rotatingKeepsEveryKeyAndDestroysTheOldRoot() throws IOException {
        List<DataKey> before = new ArrayList<>();
        Path copy;
        List<Path> oldRoot;
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            for (int i = 0; i < 200; i++) {
                before.add(live(keys.obtain(KeyName.of(LAON, new PartyId(new UUID(7, i + 1)), "contact"))));
            }
            live(keys.obtain(CONTACT));
            keys.destroy(LAON, ANNE);
            copy = Folders.copy(directory(), folder.resolve("copy"));
            oldRoot = rootsIn(directory());
            String wrapped = wrappedIn(directory(), 0);

            keys.rotate();

            assertThat(wrappedIn(directory(), 0)).isNotEqualTo(wrapped);
            assertThat(rootsIn(directory())).hasSize(1).doesNotContainAnyElementsOf(oldRoot);
            assertSame(keys, before);
            live(keys.obtain(KeyName.of(LAON, BRUNO, "contact")));
        }
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            assertSame(keys, before);
            live(keys.find(KeyName.of(LAON, BRUNO, "contact")));
        }
        try (FileKeyStore keys = FileKeyStore.open(copy)) {
            assertSame(keys, before);
        }
    }

    private static void assertSame(FileKeyStore keys, List<DataKey> expected) {
        for (int i = 0; i < expected.size(); i++) {
            assertThat(live(keys.find(KeyName.of(LAON, new PartyId(new UUID(7, i + 1)), "contact"))))
                    .isEqualTo(expected.get(i));
        }
        assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Destroyed());
    }

    @Test
    void whatAnotherKeyStoreOnTheSameDirectoryDidIsSeen() {
        try (FileKeyStore one = FileKeyStore.open(directory());
                FileKeyStore other = FileKeyStore.open(directory())) {
            DataKey made = live(one.obtain(CONTACT));
            assertThat(live(other.find(CONTACT))).isEqualTo(made);
            assertThat(live(other.obtain(HEALTH))).isEqualTo(live(one.obtain(HEALTH)));

            other.rotate();
            assertThat(live(one.find(CONTACT))).isEqualTo(made);
            DataKey more = live(one.obtain(KeyName.of(LAON, BRUNO, "contact")));
            assertThat(live(other.find(KeyName.of(LAON, BRUNO, "contact")))).isEqualTo(more);

            long stamp = one.stamp();
            other.destroy(LAON, ANNE);
            assertThat(one.stamp()).isNotEqualTo(stamp);
            assertThat(one.find(CONTACT)).isEqualTo(new KeyState.Destroyed());
            assertThat(one.obtain(CONTACT)).isEqualTo(new KeyState.Destroyed());
            assertThat(one.destroyedCount()).isEqualTo(1);
        }
    }

    @Test
    void whoeverAsksAtTheSameTimeGetsTheSameKey() {
        try (FileKeyStore one = FileKeyStore.open(directory());
                FileKeyStore other = FileKeyStore.open(directory())) {
            List<CompletableFuture<Set<String>>> askers = IntStream.range(0, 4)
                    .mapToObj(asker -> CompletableFuture.supplyAsync(
                            () -> {
                                Set<String> got = new HashSet<>();
                                for (int i = 1; i <= 25; i++) {
                                    KeyName name = KeyName.of(LAON, new PartyId(new UUID(9, i)), "contact");
                                    got.add(live((asker % 2 == 0 ? one : other).obtain(name))
                                            .id());
                                }
                                return got;
                            },
                            command -> new Thread(command, "asker").start()))
                    .toList();
            Set<String> all = new HashSet<>();
            askers.forEach(asker -> all.addAll(asker.join()));
            assertThat(all).hasSize(25);
        }
    }

    @Test
    void anInterruptedThreadHarmsNobody() {
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            Thread.currentThread().interrupt();
            DataKey made = live(keys.obtain(CONTACT));
            keys.rotate();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(live(keys.find(CONTACT))).isEqualTo(made);
        }
    }

    @Test
    void whatOthersMayReadIsRefusedAndSaysWhatToDo() throws IOException {
        FileKeyStore.open(directory()).close();
        for (String what : List.of(
                "", "keys", "lock", rootsIn(directory()).get(0).getFileName().toString())) {
            Path path = what.isEmpty() ? directory() : directory().resolve(what);
            var rights = Files.getPosixFilePermissions(path);
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-----"));
            assertThatExceptionOfType(StorageException.class)
                    .isThrownBy(() -> FileKeyStore.open(directory()))
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.rights"))
                    .satisfies(e -> assertThat(e.facts()).containsEntry("path", path))
                    .withMessageContaining(what.isEmpty() ? "chmod 700" : "chmod 600");
            Files.setPosixFilePermissions(path, rights);
        }
        FileKeyStore.open(directory()).close();
    }

    @Test
    void theDirectoryIsMadeForItsOwnerOnly() throws IOException {
        FileKeyStore.open(directory()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory())))
                .isEqualTo("rwx------");
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory())) {
            for (Path file : files) {
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            }
        }
    }

    @Test
    void aClosedOneAndAnImpossiblePlaceAreRefused() throws IOException {
        FileKeyStore keys = FileKeyStore.open(directory());
        keys.close();
        keys.close();
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> keys.obtain(CONTACT))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.unusable"));
        Path file = Files.createFile(folder.resolve("file"));
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> FileKeyStore.open(file))
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.unusable"));
    }
}
