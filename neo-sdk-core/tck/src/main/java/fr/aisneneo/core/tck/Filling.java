package fr.aisneneo.core.tck;

import static fr.aisneneo.core.tck.Samples.PACKED;
import static fr.aisneneo.core.tck.Samples.PLAIN;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.spi.DocumentWrite;
import fr.aisneneo.core.storage.spi.Storage;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;

/** Fills a store until that fails, in another JVM, whose files cannot grow; see {@link FullDisk}. */
final class Filling {
    private static final int DOCUMENT_BYTES = 16 << 10;

    private Filling() {}

    /** What a document holds. */
    static byte[] content(long number) {
        byte[] content = new byte[DOCUMENT_BYTES];
        new SplittableRandom(number).nextBytes(content);
        return content;
    }

    /** Writes until that fails; then, when the parent gives the word, tries to write and to read, and closes. */
    static void run(DurableContract contract, Path directory, long limit, ParentWatch parent)
            throws InterruptedException {
        try (Storage storage = contract.openWithSamples(directory)) {
            Space space = new Space(storage, Ledger.TENANT);
            // An engine may spread its data over some files that are each below the limit.
            long enough = 1_000 + 16 * limit / DOCUMENT_BYTES;
            String failure = "nothing";
            for (long number = 1; number <= enough && failure.equals("nothing"); number++) {
                failure = write(space, number);
            }
            ChildMain.report("FAILED " + failure);
            parent.awaitWord();
            ChildMain.report("THEN " + write(space, enough + 1));
            ChildMain.report("READ " + read(space));
        } catch (NeoException e) {
            ChildMain.report("REFUSED " + e.getMessage());
            return;
        }
        ChildMain.report("CLOSED");
    }

    private static String write(Space space, long number) {
        try {
            space.writing(tx -> {
                tx.insert(PACKED, new DocumentWrite("fill-" + number, 1, content(number), List.of()));
                if (number == 1) {
                    tx.insert(PLAIN, Bodies.plain(Ledger.ALL, number));
                } else {
                    tx.replace(PLAIN, Bodies.plain(Ledger.ALL, number));
                }
            });
        } catch (NeoException e) {
            return e.code();
        }
        ChildMain.report("WROTE " + number);
        return "nothing";
    }

    private static String read(Space space) {
        try {
            return Long.toString(space.<Long>read(tx -> Ledger.count(tx, Ledger.ALL)));
        } catch (NeoException e) {
            return e.code();
        }
    }
}
