package fr.aisneneo.core.territory;

/**
 * Hears how far an import is. Called on the importing thread, and never inside the writing transaction, so that a slow
 * listener holds nobody up. What it throws before the writing ends the import, with nothing written.
 */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody listens. */
    ImportProgress NONE = (phase, rows) -> {};

    /**
     * Some more rows are done. Called every hundred rows of {@link Phase#CHECKING} and at its end, then with 0 rows
     * before and with all rows after {@link Phase#WRITING}, if there is something to write. What it throws at that last
     * call reaches the caller of the import, but everything is written by then.
     *
     * @param phase what is being done
     * @param rows how many rows of this phase are done, without the header
     */
    void rows(Phase phase, int rows);

    /** What an import does. */
    enum Phase {
        /** Reads and checks every row and compares it with what is known. */
        CHECKING,
        /** Writes what is new, in one transaction. */
        WRITING
    }
}
