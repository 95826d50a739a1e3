package fr.aisneneo.core.id;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Random;
import java.util.UUID;

/**
 * UUID version 7 of RFC 9562, section 5.7: 48 bits of Unix milliseconds, then a counter seeded at random in each
 * millisecond (section 6.2, method 1), then 62 random bits.
 *
 * <p>Identifiers of one generator strictly increase, also when the clock stands still or steps back: then the last time
 * seen is kept. Thread-safe.
 */
public final class UuidV7Generator implements IdGenerator {
    private static final int COUNTER_LIMIT = 1 << 12;

    private final InstantSource clock;
    private final Random random;
    private long lastMillis = -1;
    private int counter;

    /**
     * A generator with secure randomness.
     *
     * @param clock where the time comes from
     */
    public UuidV7Generator(InstantSource clock) {
        this(clock, new SecureRandom());
    }

    /**
     * A generator with chosen randomness, for repeatable tests.
     *
     * @param clock where the time comes from
     * @param random where the random bits come from
     */
    public UuidV7Generator(InstantSource clock, Random random) {
        this.clock = clock;
        this.random = random;
    }

    @Override
    public UUID next() {
        long millis;
        int count;
        synchronized (this) {
            long now = clock.millis();
            if (now > lastMillis) {
                lastMillis = now;
                // Half of the counter's range is left free, so that a busy millisecond rarely runs over.
                counter = random.nextInt(COUNTER_LIMIT / 2);
            } else if (++counter == COUNTER_LIMIT) {
                lastMillis++;
                counter = random.nextInt(COUNTER_LIMIT / 2);
            }
            millis = lastMillis;
            count = counter;
        }
        long high = millis << 16 | 0x7000L | count;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
