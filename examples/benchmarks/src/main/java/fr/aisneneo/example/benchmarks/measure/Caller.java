package fr.aisneneo.example.benchmarks.measure;

/** One of many who use a side at the same time. Called by one thread. */
@FunctionalInterface
public interface Caller extends AutoCloseable {
    /**
     * Does one piece of work; when it returns, what it wrote is on the disk.
     *
     * @throws Exception if it failed, which ends the run
     */
    void call() throws Exception;

    @Override
    default void close() throws Exception {
        // most have nothing to close
    }
}
