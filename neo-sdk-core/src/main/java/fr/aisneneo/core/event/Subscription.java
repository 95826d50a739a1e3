package fr.aisneneo.core.event;

import java.util.Optional;

/** A running subscriber. Thread-safe. Closing it stops the deliveries; its place is kept for the next start. */
public interface Subscription extends AutoCloseable {

    /**
     * Its name.
     *
     * @return the name
     */
    String name();

    /**
     * How far it has come.
     *
     * @return its state now
     */
    State state();

    /**
     * Stops: interrupts the handler and waits at most five seconds for it; not when the handler itself calls this. A
     * handler that goes on nevertheless keeps {@link State#running()} true and its name taken until it returns. Closing
     * again waits again.
     */
    @Override
    void close();

    /**
     * How far a subscriber has come.
     *
     * @param position the position of the last event delivered; 0 if none was
     * @param failures how often the next event failed in a row
     * @param failure the message of the last failure, gone once the event was handled
     * @param running false once no thread calls the handler any more: because it was closed, or because an
     *     {@link EventHandler} met what no repetition mends, which {@code failure} tells then
     */
    record State(long position, int failures, Optional<String> failure, boolean running) {}
}
