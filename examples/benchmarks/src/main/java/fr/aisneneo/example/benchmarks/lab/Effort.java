package fr.aisneneo.example.benchmarks.lab;

import java.time.Duration;

/**
 * How much is done to find out.
 *
 * @param rounds how often each side is measured, besides a first round that does not count if there is more than one;
 *     odd, so that the median is a round that was
 * @param time how long each side is called in a round
 * @param mostCallers no more call at the same time, whatever an experiment says
 * @param loaded how many documents are in the stores that are read
 * @param reopened how many documents are in the store that is opened again
 * @param leaves how many leaves are verified
 * @param spaces how many spaces are booked
 * @param accounts no more accounts pay each other, whatever an experiment says
 */
public record Effort(
        int rounds, Duration time, int mostCallers, int loaded, int reopened, int leaves, int spaces, int accounts) {
    /** What a report takes. */
    public static final int ENOUGH_ROUNDS = 5;

    /**
     * What a report is made with.
     *
     * @param rounds how many rounds
     * @return the effort
     */
    public static Effort full(int rounds) {
        return new Effort(
                rounds,
                Duration.ofMillis(1_200),
                Integer.MAX_VALUE,
                100_000,
                1_000_000,
                1_000_000,
                200,
                Integer.MAX_VALUE);
    }

    /**
     * What shows that everything runs, and nothing else.
     *
     * @return the effort
     */
    public static Effort trial() {
        return new Effort(1, Duration.ofMillis(5), 4, 2_000, 1_000, 1_000, 5, 20);
    }

    /**
     * The first round counts for nobody.
     *
     * @return 0, or 1 where there is no such round
     */
    public int firstRound() {
        return rounds == 1 ? 1 : 0;
    }

    /**
     * How long each side of a race is called in the first round: long enough for most of what a JVM compiles while it
     * runs, which for a side of a thousand methods takes several seconds of a processor.
     *
     * @return five times the time
     */
    public Duration firstTime() {
        return time.multipliedBy(5);
    }

    /**
     * How long the side is called before it is measured.
     *
     * @return a fifth of the time
     */
    public Duration warmUp() {
        return time.dividedBy(5);
    }
}
