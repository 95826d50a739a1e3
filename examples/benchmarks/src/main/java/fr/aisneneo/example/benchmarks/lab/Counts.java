package fr.aisneneo.example.benchmarks.lab;

/** What a side must have in the end. */
public final class Counts {
    private Counts() {}

    /**
     * Ends the run if something is missing, or too much.
     *
     * @param what what was counted
     * @param acknowledged how many must be there
     * @param found how many are there
     * @throws IllegalStateException if they differ
     */
    public static void requireEqual(String what, long acknowledged, long found) {
        if (acknowledged != found) {
            throw new IllegalStateException(what + ": " + acknowledged + " acknowledged, " + found + " found");
        }
    }
}
