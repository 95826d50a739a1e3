package fr.aisneneo.core.tck;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.NeoException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.AppendingCaller.Group;
import fr.aisneneo.core.tck.history.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;

/**
 * In another JVM: callers that run random transactions until it is killed, and one that copies the store meanwhile.
 * Each group of lists is used for a while and then left, so that lists stay short.
 */
final class KilledCallers {
    static final int CALLERS = 8;
    static final int LISTS = 4;
    /** Transactions on a group, of all callers. */
    static final int WINDOW = 150;
    /** How long a transaction may take, also where a server has to come back first. */
    private static final int DEADLINE_SECONDS = 60;
    /** What no transaction is refused with by an engine whose medium works. */
    private static final Set<ErrorCode> NEVER = Set.of(
            CoreError.STORAGE_CORRUPT,
            CoreError.STORAGE_FAILED,
            CoreError.STORAGE_FULL,
            CoreError.STORAGE_CLOSED,
            CoreError.STORAGE_SCHEMA,
            CoreError.STORAGE_READ_ONLY,
            CoreError.STORAGE_TRANSACTION_ENDED);

    private final Storage storage;
    private final long seed;
    private final String prefix;
    private final AtomicLong values = new AtomicLong();
    private final AtomicLong transactions = new AtomicLong();
    private final AtomicLongArray since = new AtomicLongArray(CALLERS);

    private KilledCallers(Storage storage, long seed, String prefix) {
        this.storage = storage;
        this.seed = seed;
        this.prefix = prefix;
    }

    static Group group(String prefix, long number) {
        return new Group(prefix + "-" + number, LISTS);
    }

    /** Opens the store and runs until killed. Reports its lines, {@code OPENED}, and what it must not meet. */
    static void run(DurableContract contract, Path directory, long seed, String prefix) throws InterruptedException {
        Storage storage;
        try {
            storage = contract.openWithSamples(directory);
            storage.declare(Samples.LISTS);
        } catch (NeoException e) {
            ChildMain.report("REFUSED " + e.code() + " " + e.facts());
            return;
        }
        ChildMain.report("OPENED");
        KilledCallers callers = new KilledCallers(storage, seed, prefix);
        for (int caller = 0; caller < CALLERS; caller++) {
            int mine = caller;
            callers.start("tck-caller-" + mine, () -> callers.call(mine));
        }
        if (seed % 2 == 0) {
            callers.start("tck-copier", () -> callers.copy(directory));
        }
        callers.watch();
    }

    private void start(String name, Runnable work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (RuntimeException | Error e) {
                        e.printStackTrace();
                        ChildMain.report("FAILED " + String.valueOf(e).replace('\n', ' '));
                    }
                },
                name);
        thread.setDaemon(true);
        thread.start();
    }

    private void call(int caller) {
        AppendingCaller appending = new AppendingCaller(
                new Space(storage, Ledger.TENANT),
                values,
                new SplittableRandom(seed * 31 + caller),
                HistoryLines.writing(caller),
                code -> !NEVER.contains(code));
        while (true) {
            since.set(caller, System.nanoTime());
            Outcome outcome = appending.next(group(prefix, transactions.getAndIncrement() / WINDOW));
            if (outcome != Outcome.COMMITTED) {
                // A server that is away answers at once, again and again.
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
            }
        }
    }

    private void copy(Path directory) {
        Path copy = directory.resolveSibling(directory.getFileName() + "-copy");
        try {
            while (true) {
                Directories.delete(copy);
                storage.checkpoint(copy);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (StorageException e) {
            if (e.errorCode() != CoreError.STORAGE_UNSUPPORTED) {
                throw e;
            }
        } catch (IOException e) {
            throw new IllegalStateException("The copy could not be removed", e);
        }
    }

    /** Tells of a caller that hangs. */
    private void watch() throws InterruptedException {
        CountDownLatch never = new CountDownLatch(1);
        while (!never.await(1, TimeUnit.SECONDS)) {
            long now = System.nanoTime();
            for (int caller = 0; caller < CALLERS; caller++) {
                if (now - since.get(caller) > TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS) && since.get(caller) != 0) {
                    for (Map.Entry<Thread, StackTraceElement[]> thread :
                            Thread.getAllStackTraces().entrySet()) {
                        System.err.println(thread.getKey() + " " + Arrays.toString(thread.getValue()));
                    }
                    ChildMain.report("STUCK " + caller);
                    return;
                }
            }
        }
    }
}
