package fr.aisneneo.core.tck;

import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
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
