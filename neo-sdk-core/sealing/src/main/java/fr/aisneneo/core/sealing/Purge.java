package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Map;
import java.util.TreeMap;

/**
 * Deletes what is kept of a person. A document that says another id than the one it stands under, or none, as after it
 * was altered, cannot be named to the store: it is counted and stays, unreadable once the keys are destroyed. Used
 * within one transaction.
 */
final class Purge {
    private final Transaction tx;
    private final TenantId tenant;
    private final PartyId owner;
    private final Map<String, Long> deleted = new TreeMap<>();
    private long unreadable;

    Purge(Transaction tx, TenantId tenant, PartyId owner) {
        this.tx = tx;
        this.tenant = tenant;
        this.owner = owner;
    }

    void of(SealedCollection<?> collection) {
        Documents<SealedDocument> documents = tx.documents(collection.stored(), tenant);
        documents.forEach(Scan.by(collection.byOwner()).equalTo(owner.text()), found -> {
            String id = found.value().id();
            // The whole document, not its version only: under an altered id may stand another person's.
            if (documents.get(id).filter(found::equals).isPresent()) {
                documents.delete(id, found.version());
                deleted.merge(collection.name(), 1L, Long::sum);
            } else {
                unreadable++;
            }
        });
    }

    /** How many documents, by collection. */
    Map<String, Long> deleted() {
        return deleted;
    }

    long unreadable() {
        return unreadable;
    }
}
