package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.ledger.proof.TransferProof;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Computes again, from what is kept, what events commit to. Thread-safe. */
final class TransferProofs {
    private final Neo neo;
    private final LeafKeys keys;

    TransferProofs(Neo neo, LeafKeys keys) {
        this.neo = neo;
        this.keys = keys;
    }

    /** The proof of a kept transfer. Whether the actor may have it was asked before. */
    TransferProof proof(Actor actor, Entry entry) {
        UUID event = Objects.requireNonNull(entry.event());
        EventLeaves leaves = neo.store().read(tx -> leaves(tx, actor, event));
        return leaves.proof(require(leaves.index(entry.id()), event), event);
    }

    static int require(int index, UUID event) {
        if (index < 0) {
            throw damaged(event);
        }
        return index;
    }

    /** What an event commits to, found to be what is kept. */
    EventLeaves leaves(Transaction tx, Actor actor, UUID event) {
        Event told = neo.journal()
                .find(reader(actor), event)
                .filter(found -> found.type().equals(LedgerEvents.TRANSFERS_MADE.name()))
                .orElseThrow(() -> damaged(event));
        TransfersMade made = neo.journal().payload(told, LedgerEvents.TRANSFERS_MADE);
        List<Entry> entries = entries(tx, actor, made, event);
        EventLeaves leaves = new EventLeaves(
                keys.of(actor.tenant()),
                entries,
                (account, entry) -> AccountPast.before(tx, actor.tenant(), account, entry.at()));
        if (!leaves.root().equals(made.root())) {
            throw damaged(event);
        }
        return leaves;
    }

    private static List<Entry> entries(Transaction tx, Actor actor, TransfersMade made, UUID event) {
        Documents<LedgerRecord> records = tx.documents(LedgerCollections.RECORDS, actor.tenant());
        List<Entry> entries = new ArrayList<>(made.transfers().size());
        for (TransferId id : made.transfers()) {
            LedgerRecord found = records.get(id.text()).map(Document::value).orElseThrow(() -> damaged(event));
            if (!(found instanceof Entry entry) || !event.equals(entry.event())) {
                throw damaged(event);
            }
            entries.add(entry);
        }
        return entries;
    }

    /** Whoever may see a transfer may have what proves it, and nothing else of the journal. */
    static Actor reader(Actor actor) {
        return Actor.of(actor.party(), actor.tenant(), Role.ADMINISTRATOR);
    }

    private static StorageException damaged(UUID event) {
        return new StorageException(LedgerError.EVENT_DAMAGED, Map.of("event", event));
    }
}
