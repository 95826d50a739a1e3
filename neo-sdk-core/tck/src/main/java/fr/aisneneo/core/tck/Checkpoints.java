package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PLAIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.Storage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** A store is copied while it is in use. */
interface Checkpoints extends DurableContract {

    /** Copies a store, or skips the case where the engine leaves backups to its server. */
    private static void checkpoint(Storage storage, Path target) {
        try {
            storage.checkpoint(target);
        } catch (StorageException e) {
            Assumptions.assumeTrue(
                    e.errorCode() != CoreError.STORAGE_UNSUPPORTED, "Skipped: this engine has its own means of backup");
            throw e;
        }
    }

    @Test
    default void aCopyIsAStoreOfItsOwn() {
        Path target = newDirectory();
        try (Storage storage = openWithSamples(newDirectory())) {
            Space space = new Space(storage, Ledger.TENANT);
            space.writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
            checkpoint(storage, target);
            space.writing(tx -> tx.replace(PLAIN, Bodies.plain("a", 2)));
            try (Storage copy = openWithSamples(target)) {
                Space copied = new Space(copy, Ledger.TENANT);
                assertThat(copied.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(1);
                copied.writing(tx -> tx.insert(PLAIN, Bodies.plain("b", 1)));
            }
            assertThat(space.<Object>read(tx -> tx.ids(Scan.ofIds(PLAIN)))).isEqualTo(List.of("a"));
            assertThat(space.<Long>read(tx -> tx.number(PLAIN, "a"))).isEqualTo(2);
        }
    }

    @Test
    default void aCopyMadeWhileOthersWriteHoldsEveryTransactionWholeOrNotAtAll() throws InterruptedException {
        Path directory = newDirectory();
        try (Storage storage = openWithSamples(directory);
                Peer crowd = new Peer()) {
            ConcurrentLinkedQueue<String> reports = new ConcurrentLinkedQueue<>();
            Ledger ledger = new Ledger(storage, reports::add);
            AtomicBoolean done = new AtomicBoolean();
            CountDownLatch busy = new CountDownLatch(20);
            Future<Boolean> writing = crowd.start(() -> {
                Crowd.run(Ledger.THREADS, thread -> {
                    while (!done.get()) {
                        ledger.write(thread);
                        busy.countDown();
                    }
                });
                return true;
            });
            try {
                assertThat(busy.await(Peer.PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
                for (int copies = 0; copies < 3; copies++) {
                    long before = new Space(storage, Ledger.TENANT).read(tx -> Ledger.count(tx, Ledger.ALL));
                    Path target = newDirectory();
                    checkpoint(storage, target);
                    try (Storage copy = openWithSamples(target)) {
                        new LedgerAudit().expectWhole(copy);
                        assertThat(new Space(copy, Ledger.TENANT).<Long>read(tx -> Ledger.count(tx, Ledger.ALL)))
                                .as("what was acknowledged before the copy began is in it")
                                .isGreaterThanOrEqualTo(before);
                    }
                }
            } finally {
                done.set(true);
            }
            Peer.result(writing);
            LedgerAudit audit = new LedgerAudit();
            reports.forEach(audit::note);
            audit.expectComplete(storage);
        }
    }

    @Test
    default void aCopyIsNotWrittenOverWhatIsThere() throws IOException {
        Path target = newDirectory();
        Files.createDirectory(target);
        Path theirs = Files.writeString(target.resolve("theirs.txt"), "keep me");
        try (Storage storage = openWithSamples(newDirectory())) {
            checkpoint(storage, newDirectory());
            assertThatThrownBy(() -> storage.checkpoint(target)).isInstanceOf(NeoException.class);
            new Space(storage, Ledger.TENANT).writing(tx -> tx.insert(PLAIN, Bodies.plain("a", 1)));
        }
        assertThat(theirs).hasContent("keep me");
        try (var files = Files.list(target)) {
            assertThat(files).containsExactly(theirs);
        }
    }
}
