package fr.aisneneo.core.ledger.internal.kept;

import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.ledger.proof.SideSeal;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What happened to one account, in the order of time. Used by the thread of its transaction. */
public final class AccountPast {
    private static final int PAGE = 500;

    private final Documents<LedgerRecord> records;
    private final KeptBooks books;
    private final AccountState account;
    private final String id;

    /**
     * The past of an account.
     *
     * @param tx the transaction
     * @param tenant whose ledger
     * @param account the account as it is kept
     */
    public AccountPast(Transaction tx, TenantId tenant, AccountState account) {
        this.records = tx.documents(LedgerCollections.RECORDS, tenant);
        this.books = new KeptBooks(tx, tenant);
        this.account = account;
        this.id = account.id().toString();
    }

    private Scan<LedgerRecord> debits() {
        return Scan.by(LedgerCollections.BY_DEBIT).equalTo(id);
    }

    private Scan<LedgerRecord> credits() {
        return Scan.by(LedgerCollections.BY_CREDIT).equalTo(id);
    }

    /**
     * The next transfers.
     *
     * @param from at this instant or later, in microseconds
     * @param before earlier than this instant
     * @param limit how many at most
     * @return the transfers, earliest first
     */
    public List<Entry> next(long from, long before, int limit) {
        return Stream.of(debits(), credits())
                .flatMap(scan -> first(scan.from(Micros.instant(from)).before(Micros.instant(before)), limit).stream())
                .sorted(Comparator.comparingLong(Entry::at))
                .limit(limit)
                .toList();
    }

    private List<Entry> first(Scan<LedgerRecord> range, int limit) {
        List<Entry> found = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            Page<LedgerRecord> page =
                    records.scan(range.limit(limit - found.size()).resume(next));
            page.values().forEach(made -> found.add((Entry) made));
            next = page.next();
        } while (next.isPresent() && found.size() < limit);
        return found;
    }

    /**
     * The counters at an instant: what had happened by then, and without holds that were due.
     *
     * @param at the instant in microseconds
     * @return the counters
     */
    public Counters at(long at) {
        Counters counters = left(at);
        for (Hold hold : dueBy(at)) {
            counters = hold.debit().equals(account.id())
                    ? counters.debited(-hold.amount(), 0)
                    : counters.credited(-hold.amount(), 0);
        }
        return counters;
    }

    /**
     * The counters at an instant as the transfers left them: with holds that are due and were not released yet.
     *
     * @param at the instant in microseconds
     * @return the counters
     */
    public Counters left(long at) {
        return account.keepsHistory() ? kept(at) : undone(at);
    }

    private List<Hold> dueBy(long at) {
        List<Hold> due = new ArrayList<>(books.due(account.id(), at, Integer.MAX_VALUE));
        due.removeIf(hold -> ((Entry) Objects.requireNonNull(books.record(hold.id()))).at() > at);
        return due;
    }

    private Counters kept(long at) {
        return last(records, id, at)
                .map(entry -> entry.debit().equals(account.id()) ? entry.debitAfter() : entry.creditAfter())
                .orElse(Counters.ZERO);
    }

    /** From what is there now, back to then. */
    private Counters undone(long at) {
        Sum debits = new Sum();
        Sum credits = new Sum();
        records.forEach(debits().after(Micros.instant(at)).limit(PAGE), later -> debits.add((Entry) later.value()));
        records.forEach(credits().after(Micros.instant(at)).limit(PAGE), later -> credits.add((Entry) later.value()));
        return account.counters().debited(-debits.pending, -debits.posted).credited(-credits.pending, -credits.posted);
    }

    /** What some transfers add to one side of an account. */
    private static final class Sum {
        private long pending;
        private long posted;

        void add(Entry entry) {
            pending += entry.pending();
            posted += entry.posted();
        }
    }

    private static Optional<Entry> last(Documents<LedgerRecord> records, String account, long upTo) {
        return Stream.of(LedgerCollections.BY_DEBIT, LedgerCollections.BY_CREDIT)
                .map(index -> Scan.by(index).equalTo(account).upTo(Micros.instant(upTo)))
                .flatMap(scan -> records.scan(scan.descending().limit(1)).documents().stream())
                .map(document -> (Entry) document.value())
                .max(Comparator.comparingLong(Entry::at));
    }

    /**
     * When the last transfer of an account before an instant was.
     *
     * @param tx the transaction
     * @param tenant whose ledger
     * @param account which account
     * @param at before this instant, in microseconds
     * @return the instant in microseconds; {@link SideSeal#FIRST} if there was none
     */
    public static long before(Transaction tx, TenantId tenant, UUID account, long at) {
        return last(tx.documents(LedgerCollections.RECORDS, tenant), account.toString(), at - 1)
                .map(Entry::at)
                .orElse(SideSeal.FIRST);
    }

    /**
     * The account that a transaction's books hold.
     *
     * @param tx the transaction
     * @param tenant whose ledger
     * @param id which account
     * @return the account, if there is one
     */
    public static Optional<AccountState> find(Transaction tx, TenantId tenant, UUID id) {
        return tx.documents(LedgerCollections.ACCOUNTS, tenant)
                .get(id.toString())
                .map(Document::value);
    }
}
