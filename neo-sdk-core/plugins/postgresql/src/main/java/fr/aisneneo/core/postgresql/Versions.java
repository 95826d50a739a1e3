package fr.aisneneo.core.postgresql;

/**
 * Numbers for transactions that write, which no other of any process ever gets. One that is asked for on the server,
 * behind the snapshot, is greater than all that were so before the commit of a transaction whose writes are seen. It
 * brings those up to the next one of its kind with it, which are kept here for writers of this process that need no
 * more than a number that nobody else has. Thread-safe.
 */
final class Versions {
    static final String SEQUENCE = "neo_version";
    /** From one number of the server to the next. */
    static final int STEP = 1_000;

    static final String NEXT = "SELECT nextval('" + SEQUENCE + "')";

    private long next;
    private long end;

    /** Takes those that come with a number of the server, unless there are some left. */
    synchronized void brought(long version) {
        if (next == end) {
            next = version + 1;
            end = version + STEP;
        }
    }

    /** One that was kept; zero if there is none. */
    synchronized long kept() {
        return next == end ? 0 : next++;
    }
}
