package fr.aisneneo.example.benchmarks.booking;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;

/**
 * Gives each wish a slot that nobody had, in a space taken at random, so that what is granted and what is refused can
 * be told beforehand. Thread-safe.
 */
final class Wishes {
    static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    static final int HOLDERS = 2_000;

    private static final int FIRST_HOUR = 8;
    private static final int HOURS = 12;
    private static final int DAYS = 350;

    private final LocalDate first = LocalDate.now(ZONE).plusDays(1);
    private final AtomicIntegerArray given;

    Wishes(int spaces) {
        given = new AtomicIntegerArray(spaces);
    }

    /** A slot that nobody has asked for. Neighbours in time come one round of all days later. */
    Wish next(SplittableRandom random) {
        int space = random.nextInt(given.length());
        int slot = given.getAndIncrement(space);
        if (slot >= DAYS * HOURS) {
            throw new IllegalStateException("Everything is booked: too few spaces for this machine");
        }
        LocalDateTime start = first.plusDays(slot % DAYS).atTime(FIRST_HOUR + slot / DAYS, 0);
        return new Wish(space, start, random.nextInt(HOLDERS));
    }
}
