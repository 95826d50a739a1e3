package fr.aisneneo.core.territory;

/** Hears how far an import is. Called on the importing thread; what it throws ends the import, with nothing written. */
@FunctionalInterface
public interface ImportProgress {
    /** Nobody listens. */
    ImportProgress NONE = (phase, rows) -> {};

    /**
     * Some more rows are done. Called every hundred rows and at the end of each phase; how many there are in all is not
     * known before the end of {@link Phase#CHECKING}.
     *
     * @param phase what is being done
     * @param rows how many rows of this phase are done, without the header
     */
    void rows(Phase phase, int rows);

    /** What an import does. */
    enum Phase {
        /** Reads and checks every row and compares it with what is known. */
        CHECKING,
        /** Writes what is new. It starts again from no rows if the transaction has to be repeated. */
        WRITING
    }
}
