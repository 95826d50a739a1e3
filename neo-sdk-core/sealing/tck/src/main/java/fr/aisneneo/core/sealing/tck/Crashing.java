package fr.aisneneo.core.sealing.tck;

import static fr.aisneneo.core.sealing.tck.Samples.person;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tck.process.ChildJvm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The process is killed while it works on keys, or somebody cuts off a file of theirs. */
interface Crashing extends KeyStoreContract {

    @Test
    default void aKeyThatWasGivenOutIsThereAfterAKill() {
        KeyLedger ledger = new KeyLedger();
        workAndKill(ledger, false);
        assertThat(ledger.keys()).isGreaterThan(crashRounds());
    }

    @Test
    default void whoWasDestroyedNeverComesBackAfterAKill() {
        KeyLedger ledger = new KeyLedger();
        workAndKill(ledger, true);
        assertThat(ledger.destroyedPersons()).isPositive();
    }

    private void workAndKill(KeyLedger ledger, boolean destroying) {
        assumeTrue(keepsKeys(), "keepsKeys() says that keys are gone when the key store is closed");
        assumeTrue(crashRounds() > 0, "crashRounds() says that no other process can open the key store");
        Path directory = newDirectory();
        SplittableRandom random = new SplittableRandom(29);
        for (int round = 0; round < crashRounds(); round++) {
            try (ChildJvm child = KeyChild.start(this, directory, ledger.next(), destroying)) {
                int most = 12 + random.nextInt(round % 2 == 0 ? 6 : 60);
                for (int count = 0; count < most; count++) {
                    String line = child.line();
                    assertThat(line).as("what the other JVM says").isNotNull();
                    assertThat(ledger.note(String.valueOf(line)))
                            .as("a whole line")
                            .isTrue();
                }
                child.kill().forEach(ledger::note);
            }
            for (int time = 0; time < 2; time++) {
                try (KeyStore keys = open(directory)) {
                    ledger.judge(keys);
                }
            }
        }
    }

    @Test
    default void aFileThatWasCutOffOrOverwrittenIsRefusedByName() throws IOException {
        assumeTrue(keepsKeys(), "keepsKeys() says that keys are gone when the key store is closed");
        Path directory = newDirectory();
        try (KeyStore keys = open(directory)) {
            for (long number = 1; number <= 12; number++) {
                keys.obtain(KeyName.of(Samples.LAON, person(number), "contact"));
            }
            keys.destroy(Samples.LAON, person(3));
        }
        List<Path> files = filesOf(directory);
        assumeFalse(files.isEmpty(), "filesOf() names no files, so none can be cut off");
        for (Path file : files) {
            byte[] sound = Files.readAllBytes(file);
            for (int quarter = 0; quarter < 4; quarter++) {
                int at = sound.length * quarter / 4;
                expectRefused(directory, file, Arrays.copyOf(sound, at), "cut off at " + at);
                byte[] overwritten = sound.clone();
                Arrays.fill(overwritten, at, Math.min(at + 16, sound.length), (byte) 0x5a);
                expectRefused(directory, file, overwritten, "overwritten at " + at);
            }
            expectRefused(directory, file, Arrays.copyOf(sound, 1), "cut off at 1");
            Files.write(file, sound);
        }
        try (KeyStore keys = open(directory)) {
            assertThat(keys.destroyedCount()).as("sound again").isEqualTo(1);
        }
    }

    private void expectRefused(Path directory, Path file, byte[] content, String what) throws IOException {
        Files.write(file, content);
        assertThatExceptionOfType(StorageException.class)
                .as("%s %s", file.getFileName(), what)
                .isThrownBy(() -> open(directory).close())
                .satisfies(e -> assertThat(e.code()).isEqualTo("sealing.key_store.damaged"))
                .satisfies(e -> assertThat(e.facts()).containsEntry("file", file));
        assertThat(file).as("what was %s is left as it is", what).hasBinaryContent(content);
    }
}
