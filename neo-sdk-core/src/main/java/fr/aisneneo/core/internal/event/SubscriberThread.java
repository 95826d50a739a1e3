package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventHandler;
import fr.aisneneo.core.event.Subscription;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers events to one handler, page by page. The place is written after each page, and before a pause that a failure
 * makes, so that after a crash at most one page comes twice.
 */
final class SubscriberThread implements Subscription {
    private static final Logger LOG = LoggerFactory.getLogger(SubscriberThread.class);
    private static final int PAGE = 100;
    /** How often to look without being woken: other processes may write to the same store. */
    private static final Duration LOOK = Duration.ofSeconds(1);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final StoredJournal journal;
    private final TenantId tenant;
    private final String name;
    private final EventHandler handler;
    private final Duration stopWait;
    private final Consumer<SubscriberThread> onEnd;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    /** Written by the thread alone, once it runs. */
    private volatile State state = new State(0, 0, Optional.empty(), true);

    private volatile boolean stopping;
    private volatile boolean ended;
    private long written;

    /**
     * A subscriber that does not run yet.
     *
     * @param stopWait how long {@link #close} waits for the end
     * @param onEnd told by the thread itself when it has handled its last event
     */
    SubscriberThread(
            StoredJournal journal,
            TenantId tenant,
            String name,
            EventHandler handler,
            Duration stopWait,
            Consumer<SubscriberThread> onEnd) {
        this.journal = journal;
        this.tenant = tenant;
        this.name = name;
        this.handler = handler;
        this.stopWait = stopWait;
        this.onEnd = onEnd;
        this.thread = new Thread(this::run, "neo-subscriber-" + tenant + "-" + name);
        this.thread.setDaemon(true);
    }

    /** Starts behind the last event that was delivered before. */
    void startAfter(long position) {
        written = position;
        state = new State(position, 0, Optional.empty(), true);
        thread.start();
    }

    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    String key() {
        return Subscribers.key(tenant, name);
    }

    private void run() {
        try {
            deliver();
            writePlace();
        } catch (Throwable e) {
            stoppedBy(e);
        } finally {
            // Only now may a successor start: the handler is never called by two threads.
            onEnd.accept(this);
            ended = true;
        }
    }

    private void deliver() {
        while (!stopping) {
            try {
                writePlace();
                if (!deliverPage()) {
                    pause(LOOK);
                }
            } catch (VirtualMachineError | LinkageError e) {
                // No repetition brings a class that is missing, or a machine that failed.
                throw e;
            } catch (Throwable e) {
                failed(e);
            }
        }
    }

    /** Delivers the next events; false if there were none. */
    private boolean deliverPage() throws Exception {
        List<Event> page = journal.next(tenant, state.position(), PAGE);
        try {
            for (Event event : page) {
                if (stopping) {
                    break;
                }
                handler.handle(event);
                state = new State(event.position(), 0, Optional.empty(), true);
            }
        } finally {
            writePlace();
        }
        return !page.isEmpty();
    }

    private void writePlace() {
        long position = state.position();
        if (position > written) {
            boolean interrupted = Thread.interrupted();
            try {
                journal.delivered(tenant, name, position);
                written = position;
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }

    private void failed(Throwable e) {
        if (stopping) {
            return;
        }
        State now = failure(e);
        LOG.warn(
                "Subscriber {} of {} failed {} times behind position {}",
                name,
                tenant,
                now.failures(),
                now.position(),
                e);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(now.failures() - 1, 10));
        try {
            TimeUnit.NANOSECONDS.sleep((pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos());
        } catch (InterruptedException interrupted) {
            // By close(), and the loop ends; or by a handler's own doing, and the event comes again at once.
        }
    }

    private void stoppedBy(Throwable e) {
        if (stopping && !(e instanceof Error)) {
            LOG.warn("Subscriber {} of {} could not write its place: some events will come again", name, tenant, e);
            return;
        }
        State now = failure(e);
        LOG.error(
                "Subscriber {} of {} has stopped behind position {}: subscribe again once the cause is mended",
                name,
                tenant,
                now.position(),
                e);
    }

    private State failure(Throwable e) {
        State last = state;
        State now = new State(last.position(), last.failures() + 1, Optional.of(String.valueOf(e.getMessage())), true);
        state = now;
        return now;
    }

    private void pause(Duration longest) {
        try {
            if (woken.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
                woken.drainPermits();
            }
        } catch (InterruptedException e) {
            // By close(), and the loop ends; or by a handler's own doing, which is over.
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public State state() {
        boolean running = !ended;
        State last = state;
        return new State(last.position(), last.failures(), last.failure(), running);
    }

    /** Asks it to end, and does not wait. */
    void stop() {
        stopping = true;
        if (Thread.currentThread() != thread) {
            thread.interrupt();
        }
    }

    /**
     * Waits for the end of its thread, unless that is the caller.
     *
     * @param deadline until when, in the time of {@link System#nanoTime()}
     * @return whether it has ended
     */
    boolean awaitEnd(long deadline) {
        if (Thread.currentThread() == thread) {
            return false;
        }
        try {
            long left = deadline - System.nanoTime();
            if (left > 0) {
                // Rounded up, since join(0) waits for ever.
                thread.join(TimeUnit.NANOSECONDS.toMillis(left) + 1);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return !thread.isAlive();
    }

    @Override
    public void close() {
        stop();
        awaitEnd(System.nanoTime() + stopWait.toNanos());
    }
}
