package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventHandler;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.event.Journal;
import fr.aisneneo.core.event.Subscription;
import fr.aisneneo.core.id.IdGenerator;
import fr.aisneneo.core.internal.store.DocumentStore;
import fr.aisneneo.core.internal.store.OpenTransaction;
import fr.aisneneo.core.json.Codec;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.IndexKeys;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;

/** The journal as two collections: the events, and the last position of each tenant; see {@link Positions}. */
public final class StoredJournal implements Journal, AutoCloseable {
    private static final Index<Event> BY_AGGREGATE = Index.<Event>named("by_aggregate")
            .string("kind", event -> event.aggregate().kind())
            .string("aggregate", event -> event.aggregate().id())
            .number("position", Event::position)
            .build();

    /** For the handlers of subscribers that are closed. */
    private static final Duration STOP_WAIT = Duration.ofSeconds(5);

    private final DocumentStore store;
    private final Codec codec;
    private final Policy policy;
    private final InstantSource clock;
    private final IdGenerator ids;
    private final Duration stopWait;
    private final DocumentCollection<Event> events;
    private final Positions positions;
    private final Subscribers subscribers = new Subscribers();
    /** One object, so that a transaction with many events wakes the subscribers once. */
    @SuppressWarnings("UnnecessaryLambda")
    private final Runnable wakeSubscribers = subscribers::wake;

    /**
     * A journal in a store.
     *
     * @param store the store
     * @param codec how payloads are written
     * @param policy who may read
     * @param clock where the time comes from
     * @param ids where event ids come from
     */
    public StoredJournal(DocumentStore store, Codec codec, Policy policy, InstantSource clock, IdGenerator ids) {
        this(store, codec, policy, clock, ids, STOP_WAIT);
    }

    StoredJournal(
            DocumentStore store, Codec codec, Policy policy, InstantSource clock, IdGenerator ids, Duration stopWait) {
        this.store = store;
        this.codec = codec;
        this.policy = policy;
        this.clock = clock;
        this.ids = ids;
        this.stopWait = stopWait;
        this.events = DocumentCollection.json(
                        "event", Event.class, event -> event.id().toString())
                .codec(new EventCodec(codec))
                .index(Positions.BY_POSITION)
                .index(BY_AGGREGATE)
                .build();
        this.positions = new Positions(store, events);
        store.declare(events, JournalHead.COLLECTION, SubscriptionPlace.COLLECTION);
    }

    @Override
    public <E> Event append(Actor actor, EventType<E> type, Aggregate aggregate, E payload) {
        OpenTransaction outer = store.current();
        byte[] encoded = outer == null ? codec.encode(payload) : outer.encode(payload);
        String json = new String(encoded, StandardCharsets.UTF_8);
        return store.write(Contention.none(), tx -> {
            Event event = new Event(
                    actor.tenant(),
                    positions.next(tx, actor.tenant()),
                    ids.next(),
                    type.name(),
                    aggregate,
                    actor.party(),
                    clock.instant().truncatedTo(ChronoUnit.MICROS),
                    actor.correlation(),
                    json);
            tx.documents(events, actor.tenant()).insert(event);
            OpenTransaction current = store.current();
            if (current != null) {
                current.afterCommit(wakeSubscribers);
            }
            return shown(event);
        });
    }

    private static Event shown(Event event) {
        return event.position() < 0 ? Positions.moved(event, 0) : event;
    }

    @Override
    public List<Event> read(Actor actor, long after, int limit) {
        policy.require(actor, READ);
        return next(actor.tenant(), Math.max(0, after), limit);
    }

    List<Event> next(TenantId tenant, long after, int limit) {
        Scan<Event> scan = Scan.by(Positions.BY_POSITION).after(after).limit(limit);
        return settled(tenant, scan, tx -> positions.arePending(tx, tenant), after + scan.limit());
    }

    @Override
    public List<Event> history(Actor actor, Aggregate aggregate, long after, int limit) {
        policy.require(actor, READ);
        Scan<Event> all = Scan.by(BY_AGGREGATE).equalTo(aggregate.kind(), aggregate.id());
        Scan<Event> pending = all.before(0L).limit(1);
        return settled(
                actor.tenant(),
                all.after(Math.max(0, after)).limit(limit),
                tx -> !tx.documents(events, actor.tenant())
                        .scan(pending)
                        .documents()
                        .isEmpty(),
                Long.MAX_VALUE);
    }

    /** What has its position already, if that is enough or all; else once others have theirs. */
    private List<Event> settled(TenantId tenant, Scan<Event> scan, Predicate<Transaction> pending, long upTo) {
        Optional<List<Event>> enough = store.read(tx -> {
            List<Event> found = tx.documents(events, tenant).scan(scan).values();
            return found.size() == scan.limit() || !pending.test(tx) ? Optional.of(found) : Optional.empty();
        });
        return enough.orElseGet(() -> {
            positions.settle(tenant, upTo);
            return store.read(tx -> tx.documents(events, tenant).scan(scan).values());
        });
    }

    @Override
    public Optional<Event> find(Actor actor, UUID id) {
        policy.require(actor, READ);
        Optional<Event> found = find(actor.tenant(), id);
        if (found.isPresent() && found.get().position() < 0) {
            positions.settle(actor.tenant(), Long.MAX_VALUE);
            found = find(actor.tenant(), id);
        }
        return found.map(StoredJournal::shown);
    }

    @Override
    public void settle(TenantId tenant) {
        positions.settle(tenant, Long.MAX_VALUE);
    }

    private Optional<Event> find(TenantId tenant, UUID id) {
        return store.read(tx -> tx.documents(events, tenant).get(id.toString()).map(Document::value));
    }

    @Override
    public <E> E payload(Event event, EventType<E> type) {
        if (!event.type().equals(type.name())) {
            throw new IllegalArgumentException("The event is a " + event.type() + ", not a " + type.name());
        }
        return codec.decode(event.payload().getBytes(StandardCharsets.UTF_8), type.payload());
    }

    @Override
    public Subscription subscribe(TenantId tenant, String name, EventHandler handler) {
        if (name.isBlank()) {
            throw new InvalidInputException(CoreError.INPUT_REQUIRED, "name");
        }
        if (name.length() > LONGEST_NAME) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "name", Map.of("limit", LONGEST_NAME));
        }
        IndexKeys.checkId(name, "name");
        if (store.current() != null) {
            throw new IllegalStateException("Subscribe before the transaction begins: work is free of side effects");
        }
        SubscriberThread subscriber = new SubscriberThread(this, tenant, name, handler, stopWait, subscribers::ended);
        subscribers.start(subscriber, () -> place(tenant, name));
        return subscriber;
    }

    private long place(TenantId tenant, String name) {
        return store.read(tx -> tx.documents(SubscriptionPlace.COLLECTION, tenant)
                .get(name)
                .map(place -> place.value().position())
                .orElse(0L));
    }

    /** Remembers how far a subscriber has come, which never goes back. */
    void delivered(TenantId tenant, String name, long position) {
        store.write(Contention.on(tenant, "subscription", name), tx -> {
            Documents<SubscriptionPlace> places = tx.documents(SubscriptionPlace.COLLECTION, tenant);
            SubscriptionPlace place = new SubscriptionPlace(name, position);
            Document<SubscriptionPlace> old = places.get(name).orElse(null);
            if (old == null) {
                return places.insert(place);
            }
            return old.value().position() < position ? places.update(place, old.version()) : old;
        });
    }

    @Override
    public void close() {
        subscribers.close(stopWait);
    }
}
