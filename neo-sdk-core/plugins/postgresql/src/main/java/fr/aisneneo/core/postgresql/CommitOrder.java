package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Lets nobody commit together with somebody whose writes he read the old state of, or the other way round.
 *
 * <p>PostgreSQL can lose such a pair, as was seen on 15.18 and 18.6. A commit becomes visible first, and only some
 * instructions later its dependencies are put away. If a transaction that read what it replaced commits within that
 * moment, neither of the two notes that one had to come before the other: each takes the other one for unfinished or
 * finished already. Somebody who began meanwhile, and sees the first but not the second, is then not refused as he must
 * be. A moment is enough in which the server's process does not get a processor.
 *
 * <p>So a writer waits, before it sends its commit, for the answers to those it {@linkplain Footprint#meets meets}.
 * They are on their way, so that takes as long as a commit. Between processes that share a database it does not help;
 * there the keys do that writers declare, since they are held until a commit has been answered. Thread-safe.
 */
final class CommitOrder {
    /**
     * Of a writer that has locked something on the server: one that it waits for may itself wait for that, there. It
     * cannot be seen from here, and ends by giving up.
     */
    private static final Duration PATIENCE_WITH_LOCKS = Duration.ofSeconds(1);

    private final Duration patience;
    private final Set<Place> places = new LinkedHashSet<>();

    CommitOrder(Duration patience) {
        this.patience = patience;
    }

    /** A commit that is under way, or waits to be. */
    final class Place implements AutoCloseable {
        private final Footprint footprint;

        private Place(Footprint footprint) {
            this.footprint = footprint;
        }

        /** The commit has been answered, or never will be. */
        @Override
        public void close() {
            leave(this);
        }
    }

    /**
     * Waits for its place; an interruption is kept for later.
     *
     * @param locks whether the server has heard of something that the writer writes
     * @throws StorageException {@code storage.conflict} after a second at most if it has, so that the writer lets go of
     *     it and begins anew; else {@code storage.busy} when the engine's patience ends
     */
    Place enter(Footprint footprint, boolean locks) {
        boolean hurried = locks && PATIENCE_WITH_LOCKS.compareTo(patience) < 0;
        Place place = new Place(footprint);
        boolean entered = false;
        try {
            entered = await(place, hurried ? PATIENCE_WITH_LOCKS : patience);
        } finally {
            if (!entered) {
                leave(place);
            }
        }
        if (!entered) {
            throw locks
                    ? new StorageException(CoreError.STORAGE_CONFLICT, Map.of())
                    : new StorageException(CoreError.STORAGE_BUSY, Map.of("seconds", patience.toSeconds()));
        }
        return place;
    }

    private synchronized boolean await(Place place, Duration most) {
        places.add(place);
        long deadline = System.nanoTime() + most.toNanos();
        boolean interrupted = false;
        try {
            while (isBehindAnother(place)) {
                long left = deadline - System.nanoTime();
                if (left <= 0) {
                    return false;
                }
                try {
                    TimeUnit.NANOSECONDS.timedWait(this, left);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            return true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private boolean isBehindAnother(Place place) {
        for (Place earlier : places) {
            if (earlier == place) {
                return false;
            }
            if (earlier.footprint.meets(place.footprint)) {
                return true;
            }
        }
        return false;
    }

    private synchronized void leave(Place place) {
        places.remove(place);
        notifyAll();
    }
}
