package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.Journal;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Computes anew what every event of a tenant's journal commits to, and compares. Used by the thread of its transaction.
 */
final class EventAudit {
    private static final int PAGE = 1_000;
    private static final int MOST_WRONG = 100;

    private final Journal journal;
    private final Actor reader;
    private final LeafKey key;
    private final Documents<LedgerRecord> records;
    /**
     * The last transfers of accounts: an event is behind all that it can have known of, so they come in their order.
     */
    private final Map<UUID, Long> last = new HashMap<>();

    private final List<UUID> wrong = new ArrayList<>();
    private long events;
    private long told;

    EventAudit(Journal journal, Transaction tx, Actor actor, LeafKey key) {
        this.journal = journal;
        this.reader = TransferProofs.reader(actor);
        this.key = key;
        this.records = tx.documents(LedgerCollections.RECORDS, actor.tenant());
    }

    void compareAll() {
        long position = 0;
        List<Event> page;
        do {
            page = journal.read(reader, position, PAGE);
            for (Event event : page) {
                position = event.position();
                if (tellsTransfers(event)) {
                    compare(event, journal.payload(event, LedgerEvents.TRANSFERS_MADE));
                }
            }
        } while (!page.isEmpty());
    }

    private static boolean tellsTransfers(Event event) {
        return event.type().equals(LedgerEvents.TRANSFERS_MADE.name());
    }

    private void compare(Event event, TransfersMade made) {
        events++;
        List<Entry> entries = new ArrayList<>(made.transfers().size());
        for (TransferId id : made.transfers()) {
            entry(id).filter(entry -> event.id().equals(entry.event())).ifPresent(entries::add);
        }
        told += entries.size();
        EventLeaves leaves = new EventLeaves(key, entries, (account, first) -> SideSeal.FIRST, last);
        if (entries.size() < made.transfers().size() || !leaves.root().equals(made.root())) {
            wrong(event.id());
        }
    }

    private Optional<Entry> entry(TransferId id) {
        return records.get(id.text())
                .map(Document::value)
                .filter(Entry.class::isInstance)
                .map(Entry.class::cast);
    }

    private void wrong(UUID event) {
        if (wrong.size() < MOST_WRONG) {
            wrong.add(event);
        }
    }

    /** Whether the event of a transfer tells it, be it one that has no place in the journal yet. */
    boolean isTold(Entry entry) {
        return journal.find(reader, Objects.requireNonNull(entry.event()))
                .filter(EventAudit::tellsTransfers)
                .map(event ->
                        journal.payload(event, LedgerEvents.TRANSFERS_MADE).transfers())
                .filter(ids -> ids.contains(new TransferId(entry.id())))
                .isPresent();
    }

    long events() {
        return events;
    }

    long told() {
        return told;
    }

    List<UUID> wrong() {
        return wrong;
    }
}
