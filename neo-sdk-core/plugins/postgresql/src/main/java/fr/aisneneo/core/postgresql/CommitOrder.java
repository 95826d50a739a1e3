package fr.aisneneo.core.postgresql;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Lets nobody commit together with somebody whose writes he read the old state of, or the other way round.
 *
 * <p>PostgreSQL, up to 18 at least, can lose such a pair. A commit becomes visible first, and only some instructions
 * later its dependencies are put away. If a transaction that read what it replaced commits within that moment, neither
 * of the two notes that one had to come before the other: each takes the other one for unfinished or finished already.
 * Somebody who began meanwhile, and sees the first but not the second, is then not refused as he must be. A moment is
 * enough in which the server's process does not get a processor.
 *
 * <p>So a writer waits, before it sends its commit, for the answers to those it {@linkplain Footprint#meets meets}.
 * They are on their way, so that takes as long as a commit. Between processes that share a database it does not help;
 * there the keys do that writers declare, since they are held until a commit has been answered. Thread-safe.
 */
final class CommitOrder {
    /**
     * Behind it somebody may be waiting, on the server, for what the waiting writer has locked; that cannot be seen
     * from here, and ends by giving up.
     */
    private static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Set<Place> places = new LinkedHashSet<>();

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
     * Waits for its place, not longer than a second; an interruption is kept for later.
     *
     * @throws StorageException {@code storage.conflict} if it does not come
     */
    Place enter(Footprint footprint) {
        Place place = new Place(footprint);
        boolean entered = false;
        try {
            entered = await(place);
        } finally {
            if (!entered) {
                leave(place);
            }
        }
        if (!entered) {
            throw new StorageException(CoreError.STORAGE_CONFLICT, Map.of());
        }
        return place;
    }

    private synchronized boolean await(Place place) {
        places.add(place);
        long deadline = System.nanoTime() + PATIENCE_NANOS;
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
