package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings callers who come at the same time into one transaction, so that they share what it costs: its turn, its round
 * trips, its sync. Nobody waits for company: who finds nothing going on begins at once, and whoever comes meanwhile
 * goes with the next one, on the thread of the first of them. Whatever goes wrong with a shared transaction is nobody's
 * answer: each then does its command alone. Thread-safe.
 */
final class Companions {
    /** How many transactions there are at a time: while one waits for the disk, the next one is worked on. */
    static final int RUNNING = 2;

    static final int MOST_COMMANDS = 64;
    private static final int MOST_REQUESTS = 256;

    private final Function<List<Command>, List<@Nullable Done>> work;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Without anybody.
     *
     * @param work does commands of one tenant in one transaction; null for one that is to be done alone
     */
    Companions(Function<List<Command>, List<@Nullable Done>> work) {
        this.work = work;
    }

    private enum State {
        WAITING,
        TAKEN,
        FIRST,
        OVER
    }

    /** A caller and what became of its command. */
    private static final class Place {
        private final Command command;
        private final Thread thread = Thread.currentThread();
        // Changed under the lock until it is taken, then by the thread that took it.
        private volatile State state = State.WAITING;
        private @Nullable Done done;
        private @Nullable StorageException unknown;

        Place(Command command) {
            this.command = command;
        }

        void over(@Nullable Done result, @Nullable StorageException outcomeUnknown) {
            done = result;
            unknown = outcomeUnknown;
            state = State.OVER;
            LockSupport.unpark(thread);
        }

        @Nullable Done result() {
            if (unknown != null) {
                throw new StorageException(unknown.errorCode(), unknown.facts(), unknown);
            }
            return done;
        }
    }

    /**
     * Does a command, with others perhaps.
     *
     * @return what became of it; null if it is to be done alone, and nothing was done
     * @throws StorageException {@code storage.outcome_unknown}; {@code storage.interrupted} as long as nothing is done
     */
    @Nullable Done join(Command command) {
        Place own = new Place(command);
        if (!begins(own)) {
            await(own);
        }
        if (own.state != State.OVER) {
            lead(own);
        }
        return own.result();
    }

    /** How many callers wait for the next transaction. */
    int waiting() {
        lock.lock();
        try {
            return waiting.size();
        } finally {
            lock.unlock();
        }
    }

    private boolean begins(Place place) {
        lock.lock();
        try {
            if (running < RUNNING) {
                running++;
                place.state = State.FIRST;
                return true;
            }
            waiting.add(place);
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void await(Place own) {
        boolean interrupted = false;
        try {
            while (own.state == State.WAITING || own.state == State.TAKEN) {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
                if (interrupted && leaves(own)) {
                    throw new StorageException(CoreError.STORAGE_INTERRUPTED, Map.of());
                }
            }
        } finally {
            if (interrupted) {
                own.thread.interrupt();
            }
        }
    }

    private boolean leaves(Place place) {
        lock.lock();
        try {
            return waiting.remove(place);
        } finally {
            lock.unlock();
        }
    }

    private void lead(Place own) {
        List<Place> together = List.of(own);
        List<@Nullable Done> done = List.of();
        StorageException unknown = null;
        try {
            together = company(own);
            done = work.apply(together.stream().map(place -> place.command).toList());
        } catch (StorageException e) {
            unknown = e.errorCode() == CoreError.STORAGE_OUTCOME_UNKNOWN ? e : null;
        } catch (RuntimeException e) {
            // Whose fault it is comes out when each tries alone.
        } finally {
            // The next one first: it has work to do, and the others only answers to take home.
            handOver();
            for (int index = 0; index < together.size(); index++) {
                together.get(index).over(index < done.size() ? done.get(index) : null, unknown);
            }
        }
    }

    /** The first one and those of the same tenant who wait, in their order, as many as go into a transaction. */
    private List<Place> company(Place first) {
        List<Place> together = new ArrayList<>();
        together.add(first);
        int requests = first.command.batch().size();
        lock.lock();
        try {
            Iterator<Place> places = waiting.iterator();
            while (places.hasNext() && together.size() < MOST_COMMANDS) {
                Place place = places.next();
                requests += place.command.batch().size();
                if (requests > MOST_REQUESTS) {
                    break;
                }
                if (place.command.actor().tenant().equals(first.command.actor().tenant())) {
                    places.remove();
                    place.state = State.TAKEN;
                    together.add(place);
                }
            }
        } finally {
            lock.unlock();
        }
        return together;
    }

    private void handOver() {
        lock.lock();
        try {
            Place next = waiting.poll();
            if (next == null) {
                running--;
            } else {
                next.state = State.FIRST;
                LockSupport.unpark(next.thread);
            }
        } finally {
            lock.unlock();
        }
    }
}
