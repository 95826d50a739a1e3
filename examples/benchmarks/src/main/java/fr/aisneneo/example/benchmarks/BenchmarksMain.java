package fr.aisneneo.example.benchmarks;

import fr.aisneneo.example.benchmarks.lab.Choice;
import fr.aisneneo.example.benchmarks.lab.Effort;
import fr.aisneneo.example.benchmarks.report.Report;
import java.nio.file.Path;
import java.time.Duration;

/** Compares, and writes the report. The settings are system properties; README.md tells them. */
public final class BenchmarksMain {
    /** What runs longer than this hangs. */
    private static final Duration LIMIT = Duration.ofMinutes(45);

    private static final int HUNG = 3;

    private BenchmarksMain() {}

    /**
     * Runs it. A report of everything, with enough rounds, goes to the directory; one of less to its {@code target}.
     *
     * @param arguments none
     * @throws Exception if a side failed or was wrong
     */
    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(System.getProperty("neo.benchmarks.directory", "."));
        int rounds = Integer.getInteger("neo.benchmarks.rounds", Effort.ENOUGH_ROUNDS);
        Choice choice = Choice.of(
                System.getProperty("neo.benchmarks.only", ""), System.getProperty("neo.benchmarks.sides", ""));
        Path scratch = directory.resolve("target/benchmarks");
        boolean whole = choice.isAll() && rounds >= Effort.ENOUGH_ROUNDS;
        endAfter(LIMIT);
        long start = System.nanoTime();
        Report report = new BenchmarkRun(
                        Effort.full(rounds),
                        choice,
                        line -> System.out.printf("%4d s  %s%n", (System.nanoTime() - start) / 1_000_000_000, line))
                .in(scratch);
        report.write(whole ? directory : scratch);
        System.out.println(report.markdown());
    }

    private static void endAfter(Duration limit) {
        Thread watch = new Thread(() -> {
            try {
                Thread.sleep(limit.toMillis());
                System.err.println("Not done after " + limit.toMinutes() + " minutes: ended without a report");
                System.exit(HUNG);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        watch.setDaemon(true);
        watch.start();
    }
}
