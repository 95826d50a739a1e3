package fr.aisneneo.core.event;

/**
 * Does what must happen outside the store because of an event: sends a mail, opens a door.
 *
 * <p>Called by one thread, one event after the other, after the commit and outside any transaction; it may use the SDK.
 * When it has returned, the event counts as delivered, though it comes again if the process ends before that is
 * written: recognise it by {@link Event#id()} or do what can be done twice. When it throws, the same event comes again
 * after a growing pause, and no later one before it; only a {@link LinkageError} or {@link VirtualMachineError} stops
 * the subscription, whose {@linkplain Subscription#state() state} says so. It is interrupted when its subscription
 * closes, and never called by two threads.
 */
@FunctionalInterface
public interface EventHandler {

    /**
     * Handles one event.
     *
     * @param event the event
     * @throws Exception if it could not be handled now
     */
    void handle(Event event) throws Exception;
}
