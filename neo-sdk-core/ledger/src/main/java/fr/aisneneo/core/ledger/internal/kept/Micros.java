package fr.aisneneo.core.ledger.internal.kept;

import java.time.Instant;

/** Instants as microseconds since 1970, as the ledger counts them: of the years 1 to 9999. Thread-safe. */
public final class Micros {
    /** The first instant that the ledger knows. */
    private static final long FIRST = -62_135_596_800_000_000L;

    /** The last instant that the ledger knows. */
    private static final long LAST = 253_402_300_799_999_999L;

    private static final long SECOND = 1_000_000;

    private Micros() {}

    /**
     * An instant as a number.
     *
     * @param instant an instant; one of other years is brought to the first or last of these
     * @return microseconds, rounded down
     */
    public static long of(Instant instant) {
        long seconds = Math.max(FIRST / SECOND, Math.min(instant.getEpochSecond(), LAST / SECOND));
        return seconds * SECOND + instant.getNano() / 1_000;
    }

    /**
     * A number as an instant.
     *
     * @param micros microseconds; of other years, brought to the first or last of these
     * @return the instant
     */
    public static Instant instant(long micros) {
        long known = Math.max(FIRST, Math.min(micros, LAST));
        return Instant.ofEpochSecond(Math.floorDiv(known, SECOND), Math.floorMod(known, SECOND) * 1_000);
    }
}
