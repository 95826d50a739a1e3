package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The subscribers of one journal, one of each tenant and name, from before their start until their thread is over. */
final class Subscribers {
    private static final Logger LOG = LoggerFactory.getLogger(Subscribers.class);

    private final Map<String, SubscriberThread> running = new ConcurrentHashMap<>();
    private boolean closed;

    static String key(TenantId tenant, String name) {
        return tenant + "/" + name;
    }

    /**
     * Starts a subscriber.
     *
     * @param place reads where to begin; asked once nobody else can move that place
     */
    void start(SubscriberThread subscriber, LongSupplier place) {
        reserve(subscriber);
        try {
            subscriber.startAfter(place.getAsLong());
        } catch (Throwable e) {
            ended(subscriber);
            throw e;
        }
    }

    private synchronized void reserve(SubscriberThread subscriber) {
        if (closed) {
            throw new StorageException(CoreError.STORAGE_CLOSED, Map.of());
        }
        if (running.putIfAbsent(subscriber.key(), subscriber) != null) {
            throw new ConflictException(CoreError.SUBSCRIPTION_RUNNING, Map.of("name", subscriber.name()));
        }
    }

    void ended(SubscriberThread subscriber) {
        running.remove(subscriber.key(), subscriber);
    }

    void wake() {
        running.values().forEach(SubscriberThread::wake);
    }

    /** Asks all to end, then waits for them together, so long at most. */
    void close(Duration wait) {
        List<SubscriberThread> left;
        synchronized (this) {
            closed = true;
            left = List.copyOf(running.values());
        }
        left.forEach(SubscriberThread::stop);
        long deadline = System.nanoTime() + wait.toNanos();
        for (SubscriberThread subscriber : left) {
            if (!subscriber.awaitEnd(deadline)) {
                LOG.warn("The handler of subscriber {} still runs", subscriber.key());
            }
        }
    }
}
