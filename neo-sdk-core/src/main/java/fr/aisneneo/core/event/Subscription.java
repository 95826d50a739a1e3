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

    /** Stops: interrupts the handler and waits for it a bounded time. */
    @Override
    void close();

    /**
     * How far a subscriber has come.
     *
     * @param position the position of the last event delivered; 0 if none was
     * @param failures how often the next event failed in a row
     * @param failure the message of the last failure, gone once the event was handled
     * @param running false once closed
     */
    record State(long position, int failures, Optional<String> failure, boolean running) {}
}
