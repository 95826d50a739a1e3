package fr.aisneneo.core.tck;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.storage.spi.Storage;
import fr.aisneneo.core.tck.history.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A long run under random kills, for an engine that keeps data: another JVM with eight callers works on the store, and
 * is killed at a random instant, be it while it opens the store, commits, or copies it; what the engine stands on may
 * be killed too. After every kill the store is opened and read, and the whole history is judged: nothing acknowledged
 * is lost, everything can be explained by one order in real time, no call hangs for more than a minute.
 *
 * <p>It runs for {@link #length()}, and says in the end what it did. An author names the class so that the ordinary
 * build does not run it, as in {@code MyEngineSoak}:
 *
 * <pre>{@code
 * class MyEngineSoak extends StorageSoak {
 *     @Override
 *     protected DurableStorageTck engine() {
 *         return new MyEngineTckTest();
 *     }
 * }
 * }</pre>
 *
 * <p>The system properties {@code neo.soak.length}, an ISO 8601 duration, and {@code neo.soak.seed} choose how long it
 * runs and which instants it chooses. Used by one thread.
 */
public abstract class StorageSoak {
    private static final int REMEMBERED = 4;
    private static final int MOST_BETWEEN = 1_000;
    private static final Duration LONGEST_BETWEEN = Duration.ofSeconds(15);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Deque<KilledHistory> earlier = new ArrayDeque<>();
    private int kills;
    private int disturbances;
    private int audits;
    private String verdict = "FAILED";
    private long committed;
    private long unknown;
    private long refused;

    /** For subclasses. */
    protected StorageSoak() {}

    /**
     * The contract of the engine, which knows how to open it here and in another JVM.
     *
     * @return an instance of the author's class
     */
    protected abstract DurableStorageTck engine();

    /**
     * Breaks what the engine stands on, such as a server, while callers are at work.
     *
     * @return what mends it again, called some time later; null if there is nothing but the process to be killed
     * @throws IOException if that fails
     */
    protected @Nullable Callable<?> disturb() throws IOException {
        return null;
    }

    /**
     * How long the run is.
     *
     * @return the system property {@code neo.soak.length}, or ten minutes
     */
    protected Duration length() {
        return Duration.parse(System.getProperty("neo.soak.length", "PT10M"));
    }

    /**
     * The run.
     *
     * @throws Exception if the engine cannot be mended, or directories not removed
     */
    @Test
    @Timeout(value = 1, unit = TimeUnit.DAYS)
    final void nothingIsLostAndEverythingHasItsOrder() throws Exception {
        long seed = Long.getLong("neo.soak.seed", new SplittableRandom().nextLong(1_000_000_000));
        long end = System.nanoTime() + length().toNanos();
        DurableStorageTck engine = engine();
        SplittableRandom random = new SplittableRandom(seed);
        try {
            Path directory = engine.newDirectory();
            for (int round = 1; System.nanoTime() - end < 0; round++) {
                KilledHistory history = new KilledHistory("soak-" + round, random.nextLong(1_000_000));
                runAndKill(engine, directory, history, random);
                within(() -> audit(engine, directory, history));
            }
            assertThat(committed)
                    .as("acknowledged transactions of seed %s", seed)
                    .isPositive();
            verdict = "0 acknowledged lost, 0 anomalies, 0 stuck";
        } finally {
            System.out.println(summary(seed) + "; " + verdict);
            engine.tidyUp();
        }
    }

    private void runAndKill(DurableStorageTck engine, Path directory, KilledHistory history, SplittableRandom random)
            throws Exception {
        boolean disturbed = false;
        try (ChildJvm child = history.start(engine, directory)) {
            if (random.nextInt(10) == 0) {
                // While it starts, or opens the store.
                child.letRun(random.nextLong(1_500));
            } else {
                work(child, history, random);
                Callable<?> mend = random.nextBoolean() ? disturb() : null;
                if (mend != null) {
                    disturbed = true;
                    disturbances++;
                    child.letRun(random.nextLong(1_000));
                    mend.call();
                    work(child, history, random);
                }
            }
            child.kill().forEach(history::note);
            kills++;
        }
        if (history.refused() && !disturbed) {
            throw new AssertionError("The killed process could not open the store");
        }
    }

    /**
     * Lets some hundred transactions be acknowledged, and goes on to an instant of which nobody knows what it is in.
     */
    private static void work(ChildJvm child, KilledHistory history, SplittableRandom random) {
        history.follow(child, 1 + random.nextInt(MOST_BETWEEN), LONGEST_BETWEEN);
        child.letRun(random.nextLong(50));
    }

    private boolean audit(DurableStorageTck engine, Path directory, KilledHistory history) {
        try (Storage storage = engine.openWithSamples(directory)) {
            storage.declare(Samples.LISTS);
            history.judge(storage);
            earlier.forEach(before -> before.judge(storage));
        }
        committed += history.count(Outcome.COMMITTED);
        unknown += history.count(Outcome.UNKNOWN);
        refused += history.count(Outcome.ABORTED);
        audits++;
        earlier.add(history);
        if (earlier.size() > REMEMBERED) {
            // One of them stays for the whole run.
            KilledHistory first = earlier.remove();
            earlier.remove();
            earlier.addFirst(first);
        }
        return true;
    }

    /** Opening, reading and closing come to an end. */
    private static void within(Callable<Boolean> work) throws Exception {
        FutureTask<Boolean> task = new FutureTask<>(work);
        Thread thread = new Thread(task, "tck-soak-audit");
        thread.setDaemon(true);
        thread.start();
        try {
            boolean done = task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            assertThat(done).isTrue();
        } catch (TimeoutException e) {
            AssertionError stuck = new AssertionError("Stuck for " + PATIENCE + " in the audit", e);
            stuck.setStackTrace(thread.getStackTrace());
            throw stuck;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e;
        }
    }

    private String summary(long seed) {
        return String.format(
                Locale.ROOT,
                "soak of %s, seed %d, %s: %d kills of the process, %d of what it stands on; %d transactions"
                        + " acknowledged, %d with an unknown outcome, %d rolled back or refused; %d audits passed",
                getClass().getSimpleName(),
                seed,
                length(),
                kills,
                disturbances,
                committed,
                unknown,
                refused,
                audits);
    }
}
