package fr.aisneneo.example.benchmarks.measure;

/** One side of a comparison, ready to be called by many threads. */
public interface Side extends AutoCloseable {
    /**
     * A caller for one thread.
     *
     * @return the caller, closed when its thread has ended
     * @throws Exception if there is none, which ends the run
     */
    Caller caller() throws Exception;

    /**
     * Ends the work that is left when the last call has returned. Its time counts.
     *
     * @throws Exception if it failed, which ends the run
     */
    default void settle() throws Exception {
        // most have nothing left
    }

    /**
     * Looks whether everything is there that was acknowledged, and nothing else.
     *
     * @param calls how many calls have returned since the side was opened
     * @throws Exception if not, which ends the run: a side that is fast and wrong has no place in a report
     */
    void check(long calls) throws Exception;

    @Override
    void close() throws Exception;
}
