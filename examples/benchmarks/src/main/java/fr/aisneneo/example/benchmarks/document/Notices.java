package fr.aisneneo.example.benchmarks.document;

import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.id.UuidV7Generator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/** Makes documents, at the same small cost for every side. Thread-safe. */
public final class Notices {
    /** Where the times begin. */
    public static final Instant BEGIN = Instant.parse("2026-01-01T00:00:00Z");

    /** The places; they take turns. */
    public static final List<String> PLACES =
            List.of("Laon", "Soissons", "Hirson", "Guise", "Vervins", "Chauny", "Tergnier", "Saint-Quentin");

    private static final int TEXT = 271;
    private static final int POOL = 1 << 16;
    private static final int SECONDS = 1_000_000;
    private static final String LETTERS = letters();

    private final AtomicLong numbers = new AtomicLong();
    // Not for secrets: a cheap source, the same for all sides.
    private final IdGenerator ids = new UuidV7Generator(InstantSource.system(), new Random(1));

    /** Starts at number 0. */
    public Notices() {}

    private static String letters() {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder letters = new StringBuilder();
        for (int i = 0; i < POOL + TEXT; i++) {
            letters.append((char) ('a' + random.nextInt(26)));
        }
        return letters.toString();
    }

    /**
     * The next one.
     *
     * @return a document with a number and an id of its own
     */
    public Notice next() {
        long number = numbers.getAndIncrement();
        int from = (int) (number * 31 % POOL);
        return new Notice(
                ids.next().toString(), place(number), at(number), number, LETTERS.substring(from, from + TEXT));
    }

    /**
     * The place of a document.
     *
     * @param number its number
     * @return one of {@link #PLACES}
     */
    public static String place(long number) {
        return PLACES.get((int) (number % PLACES.size()));
    }

    /**
     * The time of a document.
     *
     * @param number its number
     * @return a whole second; not in the order of the numbers
     */
    public static Instant at(long number) {
        return BEGIN.plusSeconds(number * 7_919 % SECONDS);
    }
}
