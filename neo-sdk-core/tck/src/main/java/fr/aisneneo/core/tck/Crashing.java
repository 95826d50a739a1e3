package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** A process is killed while it writes; nothing that it acknowledged is lost, and nothing is half there. */
interface Crashing extends DurableContract {

    @Test
    default void nothingAcknowledgedIsLostWhenTheProcessIsKilled() {
        Path directory = newDirectory();
        LedgerAudit audit = new LedgerAudit();
        SplittableRandom random = new SplittableRandom(17);
        for (int round = 0; round < crashRounds(); round++) {
            writeAndKill(this, directory, audit, 1 + random.nextInt(round % 2 == 0 ? 20 : 200));
            try (Storage storage = openWithSamples(directory)) {
                audit.expectComplete(storage);
                audit.takeOver(storage);
                new Ledger(storage, audit::note).write(round % Ledger.THREADS);
                audit.expectComplete(storage);
            }
        }
    }

    @Test
    default void aHistoryThatIsCutOffAtAnyInstantIsStrictlySerializable() {
        Path directory = newDirectory();
        SplittableRandom random = new SplittableRandom(23);
        List<KilledHistory> histories = new ArrayList<>();
        for (int round = 0; round < crashRounds(); round++) {
            KilledHistory history = new KilledHistory("killed-" + round, random.nextLong(1_000_000));
            try (ChildJvm child = history.start(this, directory)) {
                if (round % 3 > 0) {
                    history.note(child.expectNext());
                }
                // Else while it starts or opens the store, or at the first writes.
                child.letRun(random.nextLong(300));
                child.kill().forEach(history::note);
            }
            assertThat(history.refused()).as("the store opens").isFalse();
            try (Storage storage = openWithSamples(directory)) {
                storage.declare(Samples.LISTS);
                history.judge(storage);
                histories.forEach(earlier -> earlier.judge(storage));
            }
            histories.add(history);
        }
    }

    /** Lets another JVM write to a store until it has acknowledged so many transactions, and kills it there. */
    static void writeAndKill(DurableContract contract, Path directory, LedgerAudit audit, int acknowledgements) {
        try (ChildJvm child = ChildJvm.start(contract, ChildMain.Job.WRITE, directory)) {
            for (int count = 0; count < acknowledgements; ) {
                count += audit.note(child.expectNext()) ? 1 : 0;
            }
            child.kill().forEach(audit::note);
        }
    }
}
