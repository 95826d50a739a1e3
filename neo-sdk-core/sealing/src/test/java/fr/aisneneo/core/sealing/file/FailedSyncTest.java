package fr.aisneneo.core.sealing.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.tenant.TenantId;
import java.io.FileDescriptor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The operating system says once that a sync failed, and takes what was written for durable from then on. */
class FailedSyncTest {
    private static final TenantId LAON = new TenantId("laon");
    private static final PartyId ANNE = new PartyId(new UUID(1, 1));
    private static final KeyName BEFORE = KeyName.of(LAON, ANNE, "contact");
    private static final KeyName LOST = KeyName.of(LAON, ANNE, "health");
    private static final KeyName OTHER = KeyName.of(LAON, new PartyId(new UUID(1, 2)), "contact");

    @TempDir
    private Path folder;

    private final FailingOnce disk = new FailingOnce();

    private static final class FailingOnce implements Sync {
        private boolean failing;

        @Override
        public void force(FileDescriptor file) throws IOException {
            if (failing) {
                failing = false;
                throw new IOException("Input/output error");
            }
            file.sync();
        }
    }

    private Path directory() {
        return folder.resolve("keys");
    }

    private static void assertUnusable(ThrowingCallable call) {
        assertThatExceptionOfType(StorageException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.unusable"));
    }

    @Test
    void aKeyThatMayBeLostIsNotGivenOut() {
        try (FileKeyStore keys = FileKeyStore.open(directory(), disk)) {
            KeyState before = keys.obtain(BEFORE);
            disk.failing = true;
            for (int attempt = 0; attempt < 3; attempt++) {
                assertUnusable(() -> keys.obtain(LOST));
                assertUnusable(() -> keys.find(LOST));
                assertUnusable(() -> keys.obtain(OTHER));
                assertUnusable(() -> keys.destroy(LAON, ANNE));
                assertUnusable(keys::rotate);
                assertThat(keys.find(BEFORE)).isEqualTo(before);
                assertThat(keys.obtain(BEFORE)).isEqualTo(before);
                assertThat(keys.destroyedCount()).isZero();
            }
        }
        try (FileKeyStore anew = FileKeyStore.open(directory(), disk)) {
            assertThat(anew.obtain(LOST)).isInstanceOf(KeyState.Live.class);
            assertThat(anew.obtain(BEFORE)).isInstanceOf(KeyState.Live.class);
        }
    }

    @Test
    void whatAnotherWroteIsNotGivenOutBeforeItIsDurable() {
        try (FileKeyStore writer = FileKeyStore.open(directory());
                FileKeyStore reader = FileKeyStore.open(directory(), disk)) {
            writer.obtain(BEFORE);
            disk.failing = true;
            for (int attempt = 0; attempt < 3; attempt++) {
                assertUnusable(() -> reader.find(BEFORE));
                assertUnusable(() -> reader.obtain(BEFORE));
            }
        }
    }

    @Test
    void afterAFailureNoKeyIsGivenThatAnotherHasDestroyed() {
        try (FileKeyStore broken = FileKeyStore.open(directory(), disk);
                FileKeyStore other = FileKeyStore.open(directory())) {
            broken.obtain(BEFORE);
            disk.failing = true;
            assertUnusable(() -> broken.obtain(LOST));
            other.rotate();
            other.destroy(LAON, ANNE);
            assertUnusable(() -> broken.find(BEFORE));
        }
    }

    @Test
    void whoOpensItWritesTheLastSlotAgainSoThatTheSyncSpeaksOfIt() throws IOException {
        DataKey made;
        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            made = ((KeyState.Live) keys.obtain(BEFORE)).key();
        }
        Path file = directory().resolve(KeyFile.NAME);
        byte[] content = Files.readAllBytes(file);
        FileTime old = FileTime.from(Instant.parse("2001-01-01T00:00:00Z"));
        Files.setLastModifiedTime(file, old);

        try (FileKeyStore keys = FileKeyStore.open(directory())) {
            assertThat(Files.getLastModifiedTime(file)).isGreaterThan(old);
            assertThat(Files.readAllBytes(file)).isEqualTo(content);
            assertThat(keys.find(BEFORE)).isEqualTo(new KeyState.Live(made));
        }
    }
}
