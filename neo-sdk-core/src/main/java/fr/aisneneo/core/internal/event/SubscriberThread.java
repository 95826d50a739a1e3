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
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final StoredJournal journal;
    private final TenantId tenant;
    private final String name;
    private final EventHandler handler;
    private final Runnable onClose;
    private final Thread thread;
    private final Semaphore woken = new Semaphore(0);
    private volatile State state;
    private volatile boolean closed;

    SubscriberThread(
            StoredJournal journal,
            TenantId tenant,
            String name,
            EventHandler handler,
            long position,
            Runnable onClose) {
        this.journal = journal;
        this.tenant = tenant;
        this.name = name;
        this.handler = handler;
        this.onClose = onClose;
        this.state = new State(position, 0, Optional.empty(), true);
        this.thread = new Thread(this::run, "neo-subscriber-" + tenant + "-" + name);
        this.thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    void wake() {
        if (woken.availablePermits() == 0) {
            woken.release();
        }
    }

    private void run() {
        while (!closed) {
            try {
                if (!deliverPage()) {
                    pause(LOOK);
                }
            } catch (InterruptedException e) {
                // Only close() interrupts, and has said so before.
            } catch (Exception | LinkageError | AssertionError e) {
                failed(e);
            }
        }
    }

    /** Delivers the next events; false if there were none. */
    private boolean deliverPage() throws Exception {
        long written = state.position();
        List<Event> page = journal.next(tenant, written, PAGE);
        try {
            for (Event event : page) {
                if (closed) {
                    break;
                }
                handler.handle(event);
                state = new State(event.position(), 0, Optional.empty(), true);
            }
        } finally {
            if (state.position() > written) {
                boolean interrupted = Thread.interrupted();
                journal.delivered(tenant, name, state.position());
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
        return !page.isEmpty();
    }

    private void failed(Throwable e) {
        if (closed) {
            return;
        }
        int failures = state.failures() + 1;
        state = new State(state.position(), failures, Optional.of(String.valueOf(e.getMessage())), true);
        LOG.warn("Subscriber {} of {} failed {} times behind position {}", name, tenant, failures, state.position(), e);
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 1, 10));
        try {
            TimeUnit.NANOSECONDS.sleep((pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE).toNanos());
        } catch (InterruptedException interrupted) {
            // Only close() interrupts; the loop ends.
        }
    }

    private void pause(Duration longest) throws InterruptedException {
        if (woken.tryAcquire(longest.toNanos(), TimeUnit.NANOSECONDS)) {
            woken.drainPermits();
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public State state() {
        return state;
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        thread.interrupt();
        if (Thread.currentThread() != thread) {
            try {
                thread.join(STOP_WAIT.toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        state = new State(state.position(), state.failures(), state.failure(), false);
        onClose.run();
    }
}
