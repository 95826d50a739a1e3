package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.proof.TransferProof;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Transaction;
import java.util.Map;
import java.util.UUID;

/**
 * What the ledger can show to whoever trusts nobody, to be checked offline with {@link fr.aisneneo.core.ledger.proof}.
 * Everything is computed anew from what is kept, and found to be what the journal commits to, before it is given.
 *
 * <p>Thread-safe.
 */
public final class LedgerProofs {
    private final Neo neo;
    private final TransferProofs transfers;

    LedgerProofs(Neo neo, LedgerClock clock, LeafKeys keys) {
        this.neo = neo;
        this.transfers = new TransferProofs(neo, keys);
    }

    /**
     * Shows that a transfer is among those that its event commits to.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the owner of one of its accounts
     * @param id which transfer
     * @return the proof, to be checked against the receipt of its event
     * @throws NotFoundException {@code ledger.transfer_unknown}, also for one that the actor may not see
     * @throws fr.aisneneo.core.error.StorageException {@code ledger.event.damaged} if what is kept is not what the
     *     event commits to
     */
    public TransferProof transfer(Actor actor, TransferId id) {
        Entry entry = neo.store()
                .read(tx -> tx.documents(LedgerCollections.RECORDS, actor.tenant())
                        .get(id.text())
                        .map(Document::value)
                        .filter(Entry.class::isInstance)
                        .map(Entry.class::cast)
                        .filter(found -> mayRead(tx, actor, found.debit()) || mayRead(tx, actor, found.credit()))
                        .orElseThrow(() -> new NotFoundException(LedgerError.TRANSFER_UNKNOWN, Map.of("id", id))));
        return transfers.proof(actor, entry);
    }

    private boolean mayRead(Transaction tx, Actor actor, UUID account) {
        return neo.policy()
                .grants(
                        actor,
                        LedgerPermissions.READ,
                        AccountPast.find(tx, actor.tenant(), account)
                                .map(found -> found.account().terms().owner())
                                .orElse(null));
    }
}
