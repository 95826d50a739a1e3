package fr.aisneneo.core.event;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Permission;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The event journal of a store. Each tenant has its own, with its own positions. Thread-safe. */
public interface Journal {
    /** Reading the journal of a tenant. */
    Permission READ = Permission.of("journal.read", Role.ADMINISTRATOR);

    /** The longest name of a subscription, in characters. */
    int LONGEST_NAME = 100;

    /**
     * Adds an event, in the transaction that is open on the thread, or in one of its own.
     *
     * @param actor who did it
     * @param type what happened
     * @param aggregate what it happened to
     * @param payload what more there is to say, without personal data
     * @param <E> the payload
     * @return the event as kept; its position is 0 where positions are given after the commit
     */
    <E> Event append(Actor actor, EventType<E> type, Aggregate aggregate, E payload);

    /**
     * Events in the order of their positions. Whoever was shown a position is never shown another event at or before it
     * later. All that was committed before the call has its position; within a transaction that is open and only reads,
     * all that had it when that began.
     *
     * @param actor who asks; needs {@link #READ}
     * @param after the last position already known; 0 to begin
     * @param limit at most so many, 1 to 1,000
     * @return the next events
     */
    List<Event> read(Actor actor, long after, int limit);

    /**
     * An event.
     *
     * @param actor who asks; needs {@link #READ}
     * @param id the event's id
     * @return the event, with its position unless a transaction that only reads is open; empty if there is none
     */
    Optional<Event> find(Actor actor, UUID id);

    /**
     * What happened to one thing, in order; like {@link #read}.
     *
     * @param actor who asks; needs {@link #READ}
     * @param aggregate the thing
     * @param after the last position already known; 0 to begin
     * @param limit at most so many, 1 to 1,000
     * @return the next events
     */
    List<Event> history(Actor actor, Aggregate aggregate, long after, int limit);

    /**
     * Gives the events of a tenant their positions that have none yet. Nobody needs to ask for it who only reads, since
     * reading does it; whoever brings events from another store does, before new ones come after them.
     *
     * @param tenant whose journal
     */
    void settle(TenantId tenant);

    /**
     * The payload of an event.
     *
     * @param event an event
     * @param type its type
     * @param <E> the payload
     * @return the payload
     * @throws IllegalArgumentException if the event is of another type
     */
    <E> E payload(Event event, EventType<E> type);

    /**
     * Starts a subscriber on a thread of its own, from where the last one of that name stopped, or from the first
     * event. One process runs it at a time; the embedder sees to that.
     *
     * <p>There is no {@link Actor}, and the policy is not asked: this is the host application's own right. The handler
     * sees every event of the tenant, whatever it is about, as {@link #READ} would let it; whom it passes them on to is
     * the application's to answer for. It is not for code that acts for a user.
     *
     * @param tenant whose journal
     * @param name a stable name: not blank, 1 to {@value #LONGEST_NAME} characters and at most 200 bytes of UTF-8
     * @param handler what to do with each event
     * @return the subscription, closed by the SDK at the latest
     * @throws InvalidInputException {@code input.required}, {@code input.too_large} or {@code input.unstorable_text}
     *     for another name
     * @throws ConflictException {@code journal.subscription.running} if a subscription of that name and tenant runs in
     *     this instance, or was closed and its handler has not returned yet
     * @throws StorageException {@code storage.closed} if the SDK is closed
     * @throws IllegalStateException if a transaction is open on this thread
     */
    Subscription subscribe(TenantId tenant, String name, EventHandler handler);
}
