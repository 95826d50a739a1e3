package fr.aisneneo.core.tck;

import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.storage.spi.Storage;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** What runs in the other JVM: opens the author's store and does one job, with a report after each step. */
final class ChildMain {
    /** Past every buffer: a report is one write of the operating system, and there when the process is killed. */
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

    /** What it is to do. */
    enum Job {
        /** Writes until it is killed. */
        WRITE,
        /** Writes until writing fails. */
        FILL,
        /** Opens the store, and says whether it could. */
        OPEN,
        /** Runs random transactions until it is killed. */
        HISTORY
    }

    private ChildMain() {}

    /** Job, class of the author, directory, and numbers that the job takes. */
    public static void main(String[] arguments) throws Exception {
        ParentWatch parent = ParentWatch.start();
        Job job = Job.valueOf(arguments[0]);
        // The author's class is known by name only, in another module and not public.
        Constructor<?> constructor = Class.forName(arguments[1]).getDeclaredConstructor();
        constructor.setAccessible(true);
        DurableContract contract = (DurableContract) constructor.newInstance();
        Path directory = Path.of(arguments[2]);
        switch (job) {
            case WRITE -> ledger(contract.openWithSamples(directory)).writeUntilKilled();
            case FILL -> Filling.run(contract, directory, Long.parseLong(arguments[3]), parent);
            case OPEN -> open(contract, directory);
            case HISTORY -> KilledCallers.run(contract, directory, Long.parseLong(arguments[3]), arguments[4]);
        }
        System.exit(0);
    }

    private static Ledger ledger(Storage storage) {
        return new Ledger(storage, ChildMain::report);
    }

    private static void open(DurableContract contract, Path directory) {
        try (Storage storage = contract.open(directory)) {
            report("OPENED " + storage.info().engine());
        } catch (NeoException e) {
            report("REFUSED " + e.code() + " " + e.facts().get("holder"));
        }
    }

    /** Writes one line at once. */
    static void report(String text) {
        byte[] line = (ChildJvm.REPORT + text + ChildJvm.END_OF_REPORT + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            synchronized (OUT) {
                OUT.write(line);
            }
        } catch (IOException e) {
            Runtime.getRuntime().halt(3);
        }
    }
}
