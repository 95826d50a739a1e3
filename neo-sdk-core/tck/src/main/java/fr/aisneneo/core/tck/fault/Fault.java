package fr.aisneneo.core.tck.fault;

import fr.aisneneo.core.error.CoreError;

/** What a {@link FaultyStorage} can do to a call. The first group is for commits of what was written. */
public enum Fault {
    /** Nothing is written; the commit throws {@code storage.conflict}, upon which the SDK runs the work again. */
    CONFLICT(Point.COMMIT, CoreError.STORAGE_CONFLICT),
    /**
     * Nothing is written, the commit throws {@code storage.failed}, and so does every later write until
     * {@link FaultyStorage#mend()}.
     */
    FAILURE(Point.COMMIT, CoreError.STORAGE_FAILED),
    /** The same with {@code storage.full}. */
    FULL(Point.COMMIT, CoreError.STORAGE_FULL),
    /** All is written; the commit throws {@code storage.outcome_unknown}. */
    LOST_REPLY(Point.COMMIT, CoreError.STORAGE_OUTCOME_UNKNOWN),
    /** Nothing is written; the commit throws {@code storage.outcome_unknown} as well. */
    LOST_REQUEST(Point.COMMIT, CoreError.STORAGE_OUTCOME_UNKNOWN),
    /**
     * All is written, and yet the commit throws {@code storage.conflict}: the SDK runs the work a second time. An
     * engine must never do so; the fault shows what protects itself by an id and what does not.
     */
    DUPLICATE(Point.COMMIT, CoreError.STORAGE_CONFLICT),
    /** A {@code get}, {@code scan} or {@code tenants} throws {@code storage.failed}; the transaction goes on. */
    FAILED_READ(Point.READ, CoreError.STORAGE_FAILED),
    /** A transaction does not begin, with {@code storage.busy}. */
    BUSY(Point.BEGIN, CoreError.STORAGE_BUSY);

    /** Where a fault can happen. */
    public enum Point {
        /** At the begin of a transaction that reads or writes. */
        BEGIN,
        /** At a call that reads. */
        READ,
        /** At the commit of a transaction that wrote. */
        COMMIT
    }

    private final Point point;
    private final CoreError code;

    Fault(Point point, CoreError code) {
        this.point = point;
        this.code = code;
    }

    /**
     * Where it happens.
     *
     * @return the point
     */
    public Point point() {
        return point;
    }

    /**
     * What the caller is told.
     *
     * @return the code of the exception
     */
    public CoreError code() {
        return code;
    }

    /** Whether what was written is kept. */
    boolean commits() {
        return this == LOST_REPLY || this == DUPLICATE;
    }

    /** Whether the engine takes no more writes. */
    boolean lasts() {
        return this == FAILURE || this == FULL;
    }
}
