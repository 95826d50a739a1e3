package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.Storage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The end of the log is not what was written: the store opens whole, or says that it is damaged. */
interface TornLog extends DurableContract {
    @Test
    default void whatFollowsTheLastRecordOfAKilledProcessIsIgnored() throws IOException {
        Path directory = newDirectory();
        LedgerAudit audit = new LedgerAudit();
        Crashing.writeAndKill(this, directory, audit, 25);
        Path log = directory.relativize(Hooks.given(newestLog(directory), "newestLog"));
        byte[] random = new byte[4_096];
        new SplittableRandom(5).nextBytes(random);
        byte[] start = Files.readAllBytes(directory.resolve(log));
        for (byte[] tail : List.of(new byte[1], new byte[100], random, start.length > 50 ? head(start) : start)) {
            Path copy = copy(directory);
            Files.write(copy.resolve(log), tail, StandardOpenOption.APPEND);
            try (Storage storage = openWithSamples(copy)) {
                audit.expectComplete(storage);
                new Space(storage, newTenant()).writing(tx -> tx.insert(Samples.PLAIN, Bodies.plain("after", 1)));
            }
            try (Storage storage = openWithSamples(copy)) {
                audit.expectComplete(storage);
            }
        }
    }

    private static byte[] head(byte[] log) {
        byte[] head = new byte[50];
        System.arraycopy(log, 0, head, 0, head.length);
        return head;
    }

    @Test
    default void aLogThatWasCutOpensWholeOrIsNamedAsDamaged() throws IOException {
        Path directory = newDirectory();
        LedgerAudit audit = new LedgerAudit();
        Crashing.writeAndKill(this, directory, audit, 25);
        Path log = directory.relativize(Hooks.given(newestLog(directory), "newestLog"));
        long length = Files.size(directory.resolve(log));
        for (long cut : List.of(1L, 2L, 7L, 100L, 3_000L, length / 2, length)) {
            Path copy = copy(directory);
            try (RandomAccessFile file = new RandomAccessFile(copy.resolve(log).toFile(), "rw")) {
                file.setLength(Math.max(0, length - cut));
            }
            expectWholeOrDamaged(audit, copy);
        }
    }

    @Test
    default void aLogWithAWrongByteOpensWholeOrIsNamedAsDamaged() throws IOException {
        Path directory = newDirectory();
        LedgerAudit audit = new LedgerAudit();
        Crashing.writeAndKill(this, directory, audit, 25);
        Path log = directory.relativize(Hooks.given(newestLog(directory), "newestLog"));
        long length = Files.size(directory.resolve(log));
        SplittableRandom random = new SplittableRandom(11);
        for (int round = 0; round < 12; round++) {
            Path copy = copy(directory);
            try (RandomAccessFile file = new RandomAccessFile(copy.resolve(log).toFile(), "rw")) {
                // Anywhere, and more often among the newest writes: those before were overwritten since, and a wrong
                // byte in what nobody reads any more is found by a checksum only.
                long from = round < 4 ? 0 : Math.max(0, length - 8_000);
                long at = random.nextLong(from, length);
                file.seek(at);
                int wrong = file.read() ^ (1 << random.nextInt(8));
                file.seek(at);
                file.write(wrong);
            }
            expectWholeOrDamaged(audit, copy);
        }
    }

    private Path copy(Path directory) throws IOException {
        Path copy = newDirectory();
        Directories.copy(directory, copy);
        return copy;
    }

    private void expectWholeOrDamaged(LedgerAudit audit, Path directory) {
        Storage storage;
        try {
            storage = openWithSamples(directory);
        } catch (StorageException e) {
            assertThat(e.errorCode()).as("%s", e).isEqualTo(CoreError.STORAGE_CORRUPT);
            assertThat(e.facts()).containsKeys("location", "reason");
            return;
        }
        try (storage) {
            audit.expectWhole(storage);
        }
    }
}
