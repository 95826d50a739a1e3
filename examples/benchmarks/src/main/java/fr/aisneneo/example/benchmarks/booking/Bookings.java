package fr.aisneneo.example.benchmarks.booking;

import fr.aisneneo.example.benchmarks.lab.Counts;
import fr.aisneneo.example.benchmarks.measure.Caller;
import fr.aisneneo.example.benchmarks.measure.Side;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Books, and now and then asks for what is taken. Whoever grants that, or refuses what is free, ends the run.
 * Subclasses say how one books.
 */
abstract class Bookings implements Side {
    /** One of so many calls asks for a slot that this caller has got before. */
    private static final int ONE_TAKEN_IN = 16;

    private final Wishes wishes;
    private final AtomicLong callers = new AtomicLong();
    private final AtomicLong granted = new AtomicLong();

    Bookings(int spaces) {
        wishes = new Wishes(spaces);
    }

    /** Books for a wish; durable when it returns. False if the slot is taken. */
    abstract boolean book(Wish wish) throws Exception;

    /** How many bookings there are, each of another slot of a space; so that no two overlap. */
    abstract long standing() throws Exception;

    @Override
    public final Caller caller() {
        return new Guest(new SplittableRandom(callers.incrementAndGet()));
    }

    private final class Guest implements Caller {
        private final SplittableRandom random;
        private @Nullable Wish had;
        private int calls;

        Guest(SplittableRandom random) {
            this.random = random;
        }

        @Override
        public void call() throws Exception {
            Wish taken = had;
            if (taken != null && ++calls % ONE_TAKEN_IN == 0) {
                if (book(taken)) {
                    throw new IllegalStateException("Booked twice: " + taken);
                }
                return;
            }
            Wish free = wishes.next(random);
            if (!book(free)) {
                throw new IllegalStateException("Refused though free: " + free);
            }
            granted.incrementAndGet();
            had = free;
        }
    }

    @Override
    public final void check(long calls) throws Exception {
        Counts.requireEqual("bookings", granted.get(), standing());
    }
}
