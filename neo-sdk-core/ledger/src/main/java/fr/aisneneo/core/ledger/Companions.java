package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Brings callers of one tenant who come at the same time into one transaction, so that they share what it costs: its
 * turn, its round trips, its sync. Nobody waits for company: who finds nothing going on begins at once, and whoever
 * comes meanwhile goes with the next one, on the thread of the first of them, unless that takes too long to begin.
 * Whatever goes wrong with a shared transaction is nobody's answer: each then does its command alone. Thread-safe.
 */
final class Companions {
    /** How many transactions there are at a time: while one waits for the disk, the next one is worked on. */
    static final int RUNNING = 2;

    static final int MOST_COMMANDS = 64;
    static final int MOST_REQUESTS = 128;
    private static final Duration PATIENCE = Duration.ofMillis(250);

    private final Function<List<Command>, List<@Nullable Done>> work;
    private final Duration patience;
    private final ReentrantLock lock = new ReentrantLock();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private int running;

    /**
     * Without anybody.
     *
     * @param work does commands of one tenant in one transaction; null for one that is to be done alone
     */
    Companions(Function<List<Command>, List<@Nullable Done>> work) {
        this(work, PATIENCE);
    }

    Companions(Function<List<Command>, List<@Nullable Done>> work, Duration patience) {
        this.work = work;
        this.patience = patience;
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

        void over() {
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
     * @return what became of it; null if it is to be done alone. Nothing of it was done then, unless something failed
     *     behind the commit: its id tells
     * @throws StorageException {@code storage.outcome_unknown}; {@code storage.interrupted} as long as nothing is done
     */
    @Nullable Done join(Command command) {
        Place own = new Place(command);
        List<Place> together = new ArrayList<>(MOST_COMMANDS);
        if (!begins(own)) {
            await(own);
        }
        if (own.state == State.FIRST) {
            // Whatever happens, an error too, the turn is handed over and nobody is left waiting.
            try {
                lead(own, together);
            } finally {
                try {
                    // The next one first: it has work to do, and the others only answers to take home.
                    handOver();
                } finally {
                    for (Place place : together) {
                        place.over();
                    }
                }
            }
        }
        return own.result();
    }

    private void lead(Place own, List<Place> together) {
        try {
            company(own, together);
            List<Command> commands = new ArrayList<>(together.size());
            for (Place place : together) {
                commands.add(place.command);
            }
            List<@Nullable Done> done = work.apply(commands);
            for (int index = 0; index < together.size(); index++) {
                together.get(index).done = done.get(index);
            }
        } catch (StorageException e) {
            if (e.errorCode() == CoreError.STORAGE_OUTCOME_UNKNOWN) {
                for (Place place : together) {
                    place.unknown = e;
                }
            }
        } catch (RuntimeException e) {
            // Whose fault it is comes out when each tries alone.
        }
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

    /** Until it is its turn, or others have done it, or it has waited enough for company. */
    private void await(Place own) {
        boolean interrupted = false;
        long until = System.nanoTime() + patience.toNanos();
        try {
            while (own.state == State.WAITING || own.state == State.TAKEN) {
                long left = until - System.nanoTime();
                if (own.state == State.TAKEN) {
                    LockSupport.park(this);
                } else if (left > 0) {
                    LockSupport.parkNanos(this, left);
                } else if (leaves(own)) {
                    return;
                }
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

    /** The first one and those who wait, in their order, as many as go into a transaction. */
    private void company(Place first, List<Place> together) {
        together.add(first);
        int requests = first.command.batch().size();
        lock.lock();
        try {
            for (Place next = waiting.peek(); next != null && together.size() < MOST_COMMANDS; next = waiting.peek()) {
                requests += next.command.batch().size();
                if (requests > MOST_REQUESTS) {
                    return;
                }
                together.add(next);
                next.state = State.TAKEN;
                waiting.remove();
            }
        } finally {
            lock.unlock();
        }
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
