package fr.aisneneo.core.ledger.internal.kept;

import java.time.Instant;

/** Instants as microseconds since 1970, as the ledger counts them. Thread-safe. */
public final class Micros {
    private static final long SECOND = 1_000_000;

    private Micros() {}

    /**
     * An instant as a number.
     *
     * @param instant an instant; one beyond the years that fit is brought to the last that does
     * @return microseconds, rounded down
     */
    public static long of(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds >= Long.MAX_VALUE / SECOND) {
            return Long.MAX_VALUE;
        }
        if (seconds <= Long.MIN_VALUE / SECOND) {
            return Long.MIN_VALUE;
        }
        return seconds * SECOND + instant.getNano() / 1_000;
    }

    /**
     * A number as an instant.
     *
     * @param micros microseconds
     * @return the instant
     */
    public static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, SECOND), Math.floorMod(micros, SECOND) * 1_000);
    }
}
