package fr.aisneneo.core.internal.event;

import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.internal.store.DocumentStore;
import fr.aisneneo.core.internal.store.OpenTransaction;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Index;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who gets which position. Where writers run one at a time, an event has its position from its own transaction. Where
 * they run side by side, counting would make all of them queue: there an event is stored as pending, and gets its
 * position afterwards in {@link #settle}, before anybody reads it by position.
 *
 * <p>A pending event has a negative number in the place of its position, in the order of what saw what: an event that
 * was written knowing another one has the greater number, whatever the clocks of their processes say. Positions are
 * given in that order, by one transaction at a time, which writes the head with them: whoever sees a position sees all
 * before it, and never another one at or before it later.
 */
final class Positions {
    static final Index<Event> BY_POSITION = Index.<Event>named("by_position")
            .number("position", Event::position)
            .unique()
            .build();

    private static final int BATCH = 1_000;
    private static final int PAGE = 100;
    /** Of the payloads of a batch, in characters: far from the most that one transaction may write. */
    private static final int BATCH_SIZE = 8 << 20;

    private final DocumentStore store;
    private final DocumentCollection<Event> events;
    /** Whose events have positions, and will have them, where this instance's writers run one at a time. */
    private final Set<TenantId> withoutPending = ConcurrentHashMap.newKeySet();

    Positions(DocumentStore store, DocumentCollection<Event> events) {
        this.store = store;
        this.events = events;
    }

    static Event moved(Event event, long position) {
        return new Event(
                event.tenant(),
                position,
                event.id(),
                event.type(),
                event.aggregate(),
                event.actor(),
                event.at(),
                event.correlation(),
                event.payload());
    }

    /** The position of a new event, or a negative number if it is pending. */
    long next(Transaction tx, TenantId tenant) {
        OpenTransaction current = Objects.requireNonNull(store.current());
        long order = current.order();
        if (order != 0) {
            return Long.MIN_VALUE + order;
        }
        current.remember(turn(tenant));
        return nextInTurn(tx, tenant);
    }

    private long nextInTurn(Transaction tx, TenantId tenant) {
        if (!withoutPending.contains(tenant)) {
            // Left by an engine with other writers; what is known to come after them must not overtake them.
            List<Event> last =
                    documents(tx, tenant).scan(pending().descending().limit(1)).values();
            if (!last.isEmpty()) {
                return last.get(0).position() + 1;
            }
            Objects.requireNonNull(store.current()).afterCommit(() -> withoutPending.add(tenant));
        }
        return moveHead(tx, tenant, head(tx, tenant), 1);
    }

    private static Contention turn(TenantId tenant) {
        return Contention.on(tenant, "journal", JournalHead.ID);
    }

    private static Optional<Document<JournalHead>> head(Transaction tx, TenantId tenant) {
        return tx.documents(JournalHead.COLLECTION, tenant).get(JournalHead.ID);
    }

    private static long moveHead(Transaction tx, TenantId tenant, Optional<Document<JournalHead>> old, int by) {
        Documents<JournalHead> heads = tx.documents(JournalHead.COLLECTION, tenant);
        long position = old.map(head -> head.value().position()).orElse(0L) + by;
        JournalHead head = new JournalHead(position);
        old.ifPresentOrElse(known -> heads.update(head, known.version()), () -> heads.insert(head));
        return position;
    }

    private Documents<Event> documents(Transaction tx, TenantId tenant) {
        return tx.documents(events, tenant);
    }

    private static Scan<Event> pending() {
        return Scan.by(BY_POSITION).before(0L);
    }

    boolean arePending(Transaction tx, TenantId tenant) {
        return !documents(tx, tenant).scan(pending().limit(1)).documents().isEmpty();
    }

    /**
     * Gives pending events their positions, each batch in a transaction of its own, until none is left or a position is
     * reached. Crashed at any time, it has done so for some. In a transaction that is open it is done for one batch; if
     * that is not enough, the transaction begins again once it was done outside of it, however many there are. Nothing
     * is done within a transaction that only reads.
     */
    void settle(TenantId tenant, long upTo) {
        OpenTransaction current = store.current();
        if (current != null && !current.writable()) {
            return;
        }
        boolean more;
        do {
            long reached = store.write(turn(tenant), tx -> settleBatch(tx, tenant));
            more = reached != 0 && reached < upTo;
        } while (more && current == null);
        if (more && current != null) {
            current.beginAgainAfter(() -> settle(tenant, upTo));
        }
    }

    /** Gives the next ones their positions; the last one given, or 0 if none is left behind them. */
    private long settleBatch(Transaction tx, TenantId tenant) {
        Documents<Event> documents = documents(tx, tenant);
        Optional<Document<JournalHead>> head = head(tx, tenant);
        long before = head.map(known -> known.value().position()).orElse(0L);
        long position = before;
        long size = 0;
        List<Document<Event>> page;
        int moved;
        do {
            page = documents.scan(pending().limit(PAGE)).documents();
            moved = 0;
            while (moved < page.size() && size < BATCH_SIZE) {
                Document<Event> event = page.get(moved++);
                size += event.value().payload().length();
                documents.update(moved(event.value(), ++position), event.version());
            }
        } while (moved == PAGE && size < BATCH_SIZE && position - before < BATCH);
        if (position > before) {
            moveHead(tx, tenant, head, (int) (position - before));
        }
        return moved < page.size() || moved == PAGE ? position : 0;
    }
}
