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
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a crash leaves at every instant of each change, made by hand from the states before and after. */
@Tag("heavy")
class CrashTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final PartyId ANNE = new PartyId(new UUID(1, 1));
    private static final KeyName FIRST = KeyName.of(LAON, new PartyId(new UUID(1, 9)), "contact");
    private static final KeyName CONTACT = KeyName.of(LAON, ANNE, "contact");
    private static final KeyName HEALTH = KeyName.of(LAON, ANNE, "health");

    @TempDir
    private Path folder;

    private Path directory;
    private DataKey first;
    private DataKey contact;
    private int states;

    @BeforeEach
    void twoKeys() {
        directory = folder.resolve("keys");
        try (FileKeyStore keys = FileKeyStore.open(directory)) {
            first = ((KeyState.Live) keys.obtain(FIRST)).key();
            contact = ((KeyState.Live) keys.obtain(CONTACT)).key();
        }
    }

    private byte[] keysFile() throws IOException {
        return Files.readAllBytes(directory.resolve(KeyFile.NAME));
    }

    /** The directory as it is, but for the file of the keys. */
    private Path stateWith(byte[] keysFile) throws IOException {
        Path state = Folders.copy(directory, folder.resolve("state-" + states++));
        Files.write(state.resolve(KeyFile.NAME), keysFile);
        return state;
    }

    @Test
    void aKeyThatIsNotWrittenWholeIsNotThereAndTheOthersAre() throws IOException {
        byte[] before = keysFile();
        try (FileKeyStore keys = FileKeyStore.open(directory)) {
            keys.obtain(HEALTH);
        }
        byte[] after = keysFile();
        assertThat(after).hasSize(before.length + Slot.BYTES);
        for (int length = before.length; length < after.length; length++) {
            // The file may have grown before its content was there; that makes less of a difference, so fewer of them.
            byte[] zeros = Arrays.copyOf(before, length);
            byte[] written = Arrays.copyOf(after, length);
            for (byte[] torn : length % 32 == 0 ? List.of(written, zeros) : List.of(written)) {
                Path state = stateWith(torn);
                try (FileKeyStore keys = FileKeyStore.open(state)) {
                    assertThat(keys.find(FIRST)).isEqualTo(new KeyState.Live(first));
                    assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Live(contact));
                    assertThat(keys.find(HEALTH)).isEqualTo(new KeyState.Absent());
                    KeyState made = keys.obtain(HEALTH);
                    assertThat(keys.find(HEALTH)).isEqualTo(made);
                }
                assertThat(Files.size(state.resolve(KeyFile.NAME))).isEqualTo(after.length);
            }
        }
        try (FileKeyStore keys = FileKeyStore.open(stateWith(Arrays.copyOf(before, after.length)))) {
            assertThat(keys.find(HEALTH)).isEqualTo(new KeyState.Absent());
            keys.obtain(HEALTH);
        }
    }

    @Test
    void aDestructionHasHappenedOrNotAndIsFinishedOnOpening() throws IOException {
        byte[] before = keysFile();
        try (FileKeyStore keys = FileKeyStore.open(directory)) {
            keys.destroy(LAON, ANNE);
        }
        byte[] after = keysFile();
        // The header is written first, and says that those before are durable.
        System.arraycopy(after, 0, before, 0, Slot.BYTES);
        for (int length = before.length; length <= after.length; length++) {
            byte[] torn = Arrays.copyOf(before, length);
            System.arraycopy(after, before.length, torn, before.length, length - before.length);
            Path state = stateWith(torn);
            try (FileKeyStore keys = FileKeyStore.open(state)) {
                assertThat(keys.find(FIRST)).isEqualTo(new KeyState.Live(first));
                if (length < after.length) {
                    assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Live(contact));
                    assertThat(keys.destroyedCount()).isZero();
                } else {
                    assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Destroyed());
                    assertThat(keys.destroyedCount()).isEqualTo(1);
                }
            }
            // The tombstone was whole and the key still in its place: opening has overwritten it.
            assertThat(Files.readAllBytes(state.resolve(KeyFile.NAME)))
                    .isEqualTo(length < after.length ? before : after);
        }
    }

    @Test
    void aRotationHasHappenedOrNotAndWhatItLeftIsClearedAway() throws IOException {
        Path before = Folders.copy(directory, folder.resolve("before"));
        try (FileKeyStore keys = FileKeyStore.open(directory)) {
            keys.rotate();
        }
        byte[] oldKeys = Files.readAllBytes(before.resolve(KeyFile.NAME));
        byte[] newKeys = keysFile();
        Path oldRoot = only(before);
        Path newRoot = only(directory);
        byte[] root = Files.readAllBytes(newRoot);
        // The new root key is being written.
        for (int length = 0; length <= root.length; length++) {
            Path state = Folders.copy(before, folder.resolve("root-" + length));
            Files.copy(newRoot, state.resolve(newRoot.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(state.resolve(newRoot.getFileName()), Arrays.copyOf(root, length));
            assertSound(state, oldRoot);
        }
        // The new file of the keys is being written.
        for (int length = 0; length <= newKeys.length; length += 64) {
            Path state = Folders.copy(before, folder.resolve("next-" + length));
            Files.copy(newRoot, state.resolve(newRoot.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            Files.copy(
                    before.resolve(KeyFile.NAME),
                    state.resolve("keys.new"),
                    java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(state.resolve("keys.new"), Arrays.copyOf(newKeys, length));
            assertSound(state, oldRoot);
            assertThat(state.resolve("keys.new")).doesNotExist();
        }
        // It is in its place, and the old root key is being overwritten.
        byte[] old = Files.readAllBytes(oldRoot);
        for (int length = 0; length <= old.length; length++) {
            Path state = Folders.copy(directory, folder.resolve("old-" + length));
            byte[] half = old.clone();
            Arrays.fill(half, 0, length, (byte) 0);
            Files.copy(oldRoot, state.resolve(oldRoot.getFileName()), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
            Files.write(state.resolve(oldRoot.getFileName()), half);
            assertSound(state, newRoot);
        }
        assertThat(oldKeys).isNotEqualTo(newKeys);
    }

    private static Path only(Path state) throws IOException {
        try (var files = Files.newDirectoryStream(state, "root-*.key")) {
            var roots = files.iterator();
            Path root = roots.next();
            assertThat(roots.hasNext()).as("more than one root key").isFalse();
            return root;
        }
    }

    private void assertSound(Path state, Path root) throws IOException {
        try (FileKeyStore keys = FileKeyStore.open(state)) {
            assertThat(keys.find(FIRST)).isEqualTo(new KeyState.Live(first));
            assertThat(keys.find(CONTACT)).isEqualTo(new KeyState.Live(contact));
        }
        assertThat(only(state).getFileName()).isEqualTo(root.getFileName());
    }

    @Test
    void aDirectoryThatWasNotMadeToItsEndIsMadeAnew() throws IOException {
        Path state = Folders.copy(directory, folder.resolve("half"));
        Files.move(state.resolve(KeyFile.NAME), state.resolve("keys.new"));
        try (FileKeyStore keys = FileKeyStore.open(state)) {
            assertThat(keys.find(FIRST)).isEqualTo(new KeyState.Absent());
            keys.obtain(FIRST);
        }
        only(state);
    }

    @Test
    void everyFlippedByteIsFoundAndNamed() throws IOException {
        byte[] sound = keysFile();
        for (int at = 0; at < sound.length; at++) {
            byte[] flipped = sound.clone();
            flipped[at] ^= 0x20;
            Path state = stateWith(flipped);
            int slot = at / Slot.BYTES - 1;
            assertThatExceptionOfType(StorageException.class)
                    .as("byte %d", at)
                    .isThrownBy(() -> FileKeyStore.open(state).close())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.damaged"))
                    .satisfies(e -> assertThat(e.facts()).containsEntry("where", slot < 0 ? "header" : "slot " + slot));
        }
        byte[] root = Files.readAllBytes(only(directory));
        for (int at = 0; at < root.length; at++) {
            Path state = stateWith(sound);
            try (RandomAccessFile file = new RandomAccessFile(only(state).toFile(), "rw")) {
                file.seek(at);
                file.write(root[at] ^ 0x20);
            }
            assertThatExceptionOfType(StorageException.class)
                    .as("byte %d of the root key", at)
                    .isThrownBy(() -> FileKeyStore.open(state).close())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.damaged"));
        }
    }

    @Test
    void aFileThatWasCutOffIsNamedAndNotMadeShorter() throws IOException {
        try (FileKeyStore keys = FileKeyStore.open(directory)) {
            keys.obtain(HEALTH);
            keys.destroy(LAON, ANNE);
        }
        byte[] sound = keysFile();
        // Of the last one nobody can tell whether it was ever whole.
        for (int length = 0; length < sound.length - Slot.BYTES; length += 32) {
            byte[] cut = Arrays.copyOf(sound, length);
            Path state = stateWith(cut);
            assertThatExceptionOfType(StorageException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> FileKeyStore.open(state).close())
                    .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.damaged"))
                    .satisfies(e -> assertThat(e.facts()).containsEntry("file", state.resolve(KeyFile.NAME)));
            assertThat(state.resolve(KeyFile.NAME)).hasBinaryContent(cut);
        }
    }

    @Test
    void aMissingRootKeyIsNamed() throws IOException {
        Path root = only(directory);
        Files.delete(root);
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(() -> FileKeyStore.open(directory))
                .satisfies(
                        e -> assertThat(e.facts()).containsEntry("file", root).containsEntry("where", "missing"));
    }
}
