package fr.aisneneo.example.benchmarks.lab;

import fr.aisneneo.core.Neo;

/** A store of its own for the SDK, which can be opened more than once. */
public interface SdkStore {
    /**
     * Opens the SDK on it; one at a time.
     *
     * @return the SDK, to be closed
     */
    Neo open();

    /**
     * What the documents take while the SDK is closed.
     *
     * @return bytes; 0 for one that keeps nothing
     * @throws Exception if they cannot be counted
     */
    long bytes() throws Exception;

    /**
     * Removes it when the SDK is closed.
     *
     * @throws Exception if it cannot
     */
    void remove() throws Exception;
}
