package fr.aisneneo.core.postgresql;

/**
 * One number for each transaction that writes, which no other of any process ever gets. Taken behind the snapshot, so
 * that it is greater than that of every transaction whose writes are seen.
 */
final class Versions {
    static final String SEQUENCE = "neo_version";
    /** Earlier releases took so many at a time, and may still run on the same database. */
    static final int STEP = 1_000;

    static final String NEXT = "SELECT nextval('" + SEQUENCE + "')";

    private Versions() {}
}
