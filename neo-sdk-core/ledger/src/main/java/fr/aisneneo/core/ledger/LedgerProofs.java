package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.LeafKey;
import fr.aisneneo.core.ledger.internal.LeafKeys;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.EventLeaves;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.proof.ProvedLine;
import fr.aisneneo.core.ledger.proof.StatementProof;
import fr.aisneneo.core.ledger.proof.TransferProof;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Transaction;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/**
 * What the ledger can show to whoever trusts nobody, to be checked offline with {@link fr.aisneneo.core.ledger.proof}.
 * Everything is computed anew from what is kept, and found to be what the journal commits to, before it is given.
 *
 * <p>Thread-safe.
 */
public final class LedgerProofs {
    private final Neo neo;
    private final TransferDesk desk;
    private final LeafKeys keys;
    private final TransferProofs transfers;

    LedgerProofs(Neo neo, TransferDesk desk, LeafKeys keys) {
        this.neo = neo;
        this.desk = desk;
        this.keys = keys;
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

    /**
     * Shows that the lines of a statement are all that happened to an account between two instants. What is due on the
     * account by now is released first, by an event of the actor's, so that it is among the lines.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param id which account
     * @param from the first instant
     * @param to the first instant after it
     * @return the proof, to be checked against the receipts of its events; unlike those of
     *     {@link LedgerHistory#statement}, its counters do not foresee what is due later than now
     * @throws InvalidInputException {@code input.reversed}, or {@code input.too_large} if there are more than
     *     {@value LedgerHistory#MAX_LINES} lines
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     * @throws fr.aisneneo.core.error.StorageException {@code ledger.event.damaged} if what is kept is not what an event
     *     commits to
     */
    public StatementProof statement(Actor actor, AccountId id, Instant from, Instant to) {
        LedgerHistory.requireOrder(from, to);
        if (!neo.store().<Boolean>read(tx -> mayRead(tx, actor, id.value()))) {
            throw AccountDesk.unknown(id);
        }
        desk.expireDue(actor, id);
        return neo.store().read(tx -> statement(tx, actor, id, Micros.of(from), Micros.of(to)));
    }

    private StatementProof statement(Transaction tx, Actor actor, AccountId id, long from, long to) {
        AccountState state =
                AccountPast.find(tx, actor.tenant(), id.value()).orElseThrow(() -> AccountDesk.unknown(id));
        AccountPast past = new AccountPast(tx, actor.tenant(), state);
        List<Entry> entries = past.next(from, to, LedgerHistory.MAX_LINES + 1);
        if (entries.size() > LedgerHistory.MAX_LINES) {
            throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "to", Map.of("limit", LedgerHistory.MAX_LINES));
        }
        Map<UUID, EventLeaves> events = new HashMap<>();
        List<ProvedLine> lines = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            lines.add(line(tx, actor, id, entry, events));
        }
        List<Entry> later = past.next(to, Long.MAX_VALUE, 1);
        return new StatementProof(
                id.value(),
                Micros.instant(from),
                Micros.instant(to),
                past.left(from - 1),
                lines,
                later.isEmpty() ? null : line(tx, actor, id, later.get(0), events));
    }

    private ProvedLine line(Transaction tx, Actor actor, AccountId id, Entry entry, Map<UUID, EventLeaves> events) {
        UUID event = Objects.requireNonNull(entry.event());
        EventLeaves leaves = events.computeIfAbsent(event, unread -> transfers.leaves(tx, actor, unread));
        int index = TransferProofs.require(leaves.index(entry.id()), event);
        return new ProvedLine(leaves.proof(index, event), leaves.open(index, id.value()));
    }

    AuditReport audit(Actor actor) {
        LeafKey key = keys.of(actor.tenant());
        // What is committed has its place in the journal then, so that all of it is compared.
        neo.journal().settle(actor.tenant());
        return neo.store()
                .read(tx -> new LedgerAudit().of(tx, actor.tenant(), new EventAudit(neo.journal(), tx, actor, key)));
    }

    private boolean mayRead(Transaction tx, Actor actor, UUID account) {
        return AccountPast.find(tx, actor.tenant(), account)
                .filter(found -> neo.policy()
                        .grants(
                                actor,
                                LedgerPermissions.READ,
                                found.account().terms().owner()))
                .isPresent();
    }
}
