package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.internal.DerivedIds;
import fr.aisneneo.core.ledger.internal.IdSecret;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.ledger.internal.rules.WorkingBooks;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The books of a tenant in a transaction. What was read once is not read again. Used by the thread of the transaction.
 */
public final class KeptBooks implements Books {
    private final Documents<LedgerRecord> records;
    private final Documents<Hold> holds;
    private final Documents<IdSecret> secrets;
    private final Read<AccountState> accounts;
    private final Read<LedgerRecord> knownRecords;
    private final Read<Hold> knownHolds;
    private final Read<Reversed> reversed;
    private @Nullable IdSecret secret;

    /** Documents that were read, with their versions. */
    private record Read<T>(Documents<T> documents, Map<UUID, Optional<Document<T>>> known) {
        static <T> Read<T> of(Transaction tx, DocumentCollection<T> collection, TenantId tenant) {
            return new Read<>(tx.documents(collection, tenant), new HashMap<>());
        }

        Optional<Document<T>> get(UUID id) {
            return known.computeIfAbsent(id, unread -> documents.get(unread.toString()));
        }

        @Nullable T value(UUID id) {
            return get(id).map(Document::value).orElse(null);
        }

        void write(UUID id, T value) {
            get(id).ifPresentOrElse(known -> documents.update(value, known.version()), () -> documents.insert(value));
        }
    }

    /**
     * The books as they are.
     *
     * @param tx the transaction
     * @param tenant whose books
     */
    public KeptBooks(Transaction tx, TenantId tenant) {
        records = tx.documents(LedgerCollections.RECORDS, tenant);
        holds = tx.documents(LedgerCollections.HOLDS, tenant);
        secrets = tx.documents(OwnIds.SECRETS, tenant);
        accounts = Read.of(tx, LedgerCollections.ACCOUNTS, tenant);
        knownRecords = new Read<>(records, new HashMap<>());
        knownHolds = new Read<>(holds, new HashMap<>());
        reversed = Read.of(tx, LedgerCollections.REVERSED, tenant);
    }

    /**
     * Says which accounts are going to be looked at.
     *
     * @param ids their ids
     */
    public void prefetch(Collection<String> ids) {
        accounts.documents().prefetch(ids);
    }

    @Override
    public @Nullable AccountState account(UUID id) {
        return accounts.value(id);
    }

    @Override
    public @Nullable LedgerRecord record(UUID id) {
        return knownRecords.value(id);
    }

    @Override
    public @Nullable Hold hold(UUID id) {
        return knownHolds.value(id);
    }

    @Override
    public long reversed(UUID original) {
        Reversed known = reversed.value(original);
        return known == null ? 0 : known.total();
    }

    @Override
    public List<Hold> due(UUID account, long upTo, int limit) {
        Scan<Hold> byDebit = Scan.by(LedgerCollections.DUE_BY_DEBIT).equalTo(account.toString());
        Scan<Hold> byCredit = Scan.by(LedgerCollections.DUE_BY_CREDIT).equalTo(account.toString());
        List<Hold> due = new ArrayList<>();
        for (Scan<Hold> scan : List.of(byDebit, byCredit)) {
            due.addAll(first(upTo >= Long.MAX_VALUE - 1 ? scan : scan.upTo(Micros.instant(upTo)), limit));
        }
        due.sort(Comparator.comparingLong(Hold::due).thenComparing(Hold::id));
        return due.size() > limit ? due.subList(0, limit) : due;
    }

    @Override
    public UUID expiryId(UUID hold, long number) {
        if (secret == null) {
            secret = secrets.get(IdSecret.DOCUMENT).map(Document::value).orElse(null);
        }
        // The first command of a tenant makes its secret; without one there was none, and so there is no hold.
        return secret == null ? DerivedIds.of(hold, "expiry", number) : secret.id(hold, "expiry", number);
    }

    private List<Hold> first(Scan<Hold> range, int limit) {
        List<Hold> found = new ArrayList<>();
        Page<Hold> page = holds.scan(range.limit(limit));
        found.addAll(page.values());
        while (found.size() < limit && page.next().isPresent()) {
            page = holds.scan(range.limit(limit - found.size()).resume(page.next()));
            found.addAll(page.values());
        }
        return found;
    }

    /**
     * The holds of a chain in the order of their ids, whatever became of them.
     *
     * @param chain the first transfer of the chain
     * @param limit how many at most
     * @return the holds
     */
    public List<Hold> chain(UUID chain, int limit) {
        return holds.scan(Scan.by(LedgerCollections.BY_CHAIN)
                        .equalTo(chain.toString())
                        .limit(limit))
                .values();
    }

    /**
     * The open holds of the tenant that are due, earliest first.
     *
     * @param upTo due at this instant or before, in microseconds
     * @param limit how many at most
     * @return the holds
     */
    public List<Hold> due(long upTo, int limit) {
        return holds.scan(Scan.by(LedgerCollections.DUE)
                        .upTo(Micros.instant(upTo))
                        .limit(limit))
                .values();
    }

    /**
     * Keeps changes.
     *
     * @param changes changes of these books, with the events that tell the new transfers
     * @throws fr.aisneneo.core.error.ConflictException {@code storage.document.exists} if an id was used before
     */
    public void keep(WorkingBooks changes) {
        changes.records().forEach(records::insert);
        changes.accounts().forEach(state -> accounts.write(state.id(), state));
        changes.holds().forEach(this::keep);
        changes.reversals().forEach((id, total) -> reversed.write(id, new Reversed(id, total)));
    }

    private void keep(Hold hold) {
        // A hold that is open is new: nothing else makes one.
        if (hold.isOpen()) {
            holds.insert(hold);
        } else {
            knownHolds.write(hold.id(), hold);
        }
    }
}
