package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened: balances at past instants, statements, lists. Each answer is of one state of the ledger.
 *
 * <p>Thread-safe.
 */
public final class LedgerHistory {
    /** The most lines of a statement. */
    public static final int MAX_LINES = 10_000;

    private final Neo neo;
    private final LedgerProofs proofs;

    LedgerHistory(Neo neo, LedgerProofs proofs) {
        this.neo = neo;
        this.proofs = proofs;
    }

    /**
     * What can be shown to whoever trusts nobody.
     *
     * @return proofs of transfers and statements
     */
    public LedgerProofs proofs() {
        return proofs;
    }

    private AccountState readable(Transaction tx, Actor actor, AccountId id) {
        return AccountPast.find(tx, actor.tenant(), id.value())
                .filter(found -> mayRead(actor, found))
                .orElseThrow(() -> AccountDesk.unknown(id));
    }

    private boolean mayRead(Actor actor, @Nullable AccountState account) {
        PartyId owner = account == null ? null : account.account().terms().owner();
        return neo.policy().grants(actor, LedgerPermissions.READ, owner);
    }

    /**
     * The counters of an account at an instant.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param id which account
     * @param at the instant: what happened at it counts; later than now, as it is now but for what is due by then
     * @return the counters; all zero before the account was opened
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     */
    public Counters countersAt(Actor actor, AccountId id, Instant at) {
        return neo.store().read(tx -> {
            AccountState account = readable(tx, actor, id);
            return new AccountPast(tx, actor.tenant(), account).at(Micros.of(at));
        });
    }

    /**
     * What happened to an account between two instants.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param id which account
     * @param from the first instant
     * @param to the first instant after it
     * @return the statement
     * @throws InvalidInputException {@code input.reversed}, or {@code input.too_large} if there are more than
     *     {@value #MAX_LINES} lines
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     */
    public Statement statement(Actor actor, AccountId id, Instant from, Instant to) {
        requireOrder(from, to);
        return neo.store().read(tx -> {
            AccountState state = readable(tx, actor, id);
            AccountPast past = new AccountPast(tx, actor.tenant(), state);
            List<Entry> entries = past.next(Micros.of(from), Micros.of(to), LedgerHistory.MAX_LINES + 1);
            if (entries.size() > MAX_LINES) {
                throw new InvalidInputException(CoreError.INPUT_TOO_LARGE, "to", Map.of("limit", MAX_LINES));
            }
            return statement(state.account(), past, from, to, entries);
        });
    }

    private static Statement statement(
            Account account, AccountPast past, Instant from, Instant to, List<Entry> entries) {
        long sign = account.terms().side() == Side.CREDIT ? 1 : -1;
        Counters opening = past.at(Micros.of(from) - 1);
        Counters closing = past.at(Micros.of(to) - 1);
        long balance = sign * opening.net();
        List<StatementLine> lines = new ArrayList<>(entries.size());
        for (Entry entry : entries) {
            boolean credited = entry.credit().equals(account.id().value());
            long change = sign * (credited ? entry.posted() : -entry.posted());
            balance += change;
            lines.add(new StatementLine(Views.transfer(entry), change, balance));
        }
        return new Statement(account, from, to, opening, sign * opening.net(), lines, closing, sign * closing.net());
    }

    static void requireOrder(Instant from, Instant to) {
        if (to.isBefore(from)) {
            throw new InvalidInputException(CoreError.INPUT_REVERSED, "to", Map.of("start", from, "end", to));
        }
    }

    /**
     * A transfer.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the owner of one of its accounts
     * @param id which one
     * @return the transfer
     * @throws NotFoundException {@code ledger.transfer_unknown}, also for one that the actor may not see
     */
    public Transfer transfer(Actor actor, TransferId id) {
        return neo.store()
                .read(tx -> tx.documents(LedgerCollections.RECORDS, actor.tenant())
                        .get(id.text())
                        .map(Document::value)
                        .filter(Entry.class::isInstance)
                        .map(Entry.class::cast)
                        .filter(entry -> mayRead(actor, account(tx, actor, entry.debit()))
                                || mayRead(actor, account(tx, actor, entry.credit())))
                        .map(Views::transfer)
                        .orElseThrow(() -> new NotFoundException(LedgerError.TRANSFER_UNKNOWN, Map.of("id", id))));
    }

    private static @Nullable AccountState account(Transaction tx, Actor actor, UUID id) {
        return AccountPast.find(tx, actor.tenant(), id).orElse(null);
    }

    /**
     * The transfers of an account in the order of time.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for its owner
     * @param id which account
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws NotFoundException {@code ledger.account.unknown}, also for one that the actor may not see
     * @throws InvalidInputException {@code storage.cursor.invalid}
     */
    public TransferPage ofAccount(Actor actor, AccountId id, int limit, Optional<Cursor> after) {
        int most = Math.max(1, Math.min(limit, 1_000));
        long from = after.map(AccountCursor::read).orElse(0L);
        return neo.store().read(tx -> {
            AccountPast past = new AccountPast(tx, actor.tenant(), readable(tx, actor, id));
            List<Entry> entries = past.next(from, Long.MAX_VALUE, most);
            Optional<Cursor> next = entries.size() < most
                    ? Optional.empty()
                    : Optional.of(AccountCursor.write(entries.get(most - 1).at() + 1));
            return new TransferPage(entries.stream().map(Views::transfer).toList(), next);
        });
    }

    /**
     * The transfers for one purpose in the order of time.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param code the purpose
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws InvalidInputException {@code storage.cursor.invalid}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferPage withCode(Actor actor, int code, int limit, Optional<Cursor> after) {
        return page(actor, Scan.by(LedgerCollections.BY_CODE).equalTo((long) code), limit, after);
    }

    /**
     * The transfers about one thing of the application's in the order of time.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param reference the id that they were made {@linkplain fr.aisneneo.core.ledger.book.TransferRequest#about about}
     * @param limit the most on a page, brought between 1 and 1,000
     * @param after where the page before ended; empty for the first page
     * @return the page
     * @throws InvalidInputException {@code storage.cursor.invalid}
     * @throws ForbiddenException if the policy does not grant it
     */
    public TransferPage about(Actor actor, UUID reference, int limit, Optional<Cursor> after) {
        return page(actor, Scan.by(LedgerCollections.BY_REFERENCE).equalTo(reference.toString()), limit, after);
    }

    private TransferPage page(Actor actor, Scan<LedgerRecord> scan, int limit, Optional<Cursor> after) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ);
            Page<LedgerRecord> found = tx.documents(LedgerCollections.RECORDS, actor.tenant())
                    .scan(scan.limit(limit).resume(after));
            List<Transfer> transfers = found.values().stream()
                    .map(made -> Views.transfer((Entry) made))
                    .toList();
            return new TransferPage(transfers, found.next());
        });
    }

    /**
     * The accounts of a party.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} for the owner
     * @param owner whose accounts
     * @return the accounts in the order of their ids, 1,000 at most; a hold that is due still counts on them
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<Account> accountsOf(Actor actor, PartyId owner) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ, owner);
            return tx
                    .documents(LedgerCollections.ACCOUNTS, actor.tenant())
                    .scan(Scan.by(LedgerCollections.ACCOUNTS_BY_OWNER)
                            .equalTo(owner.text())
                            .limit(1_000))
                    .values()
                    .stream()
                    .map(AccountState::account)
                    .toList();
        });
    }

    /**
     * All accounts added up, by currency and code.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @return the trial balance
     * @throws ForbiddenException if the policy does not grant it
     */
    public TrialBalance trialBalance(Actor actor) {
        return neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ);
            Map<String, TrialLine> lines = new TreeMap<>();
            tx.documents(LedgerCollections.ACCOUNTS, actor.tenant()).forEach(Scan.byId(), found -> {
                Account account = found.value().account();
                TrialLine none = new TrialLine(
                        account.terms().currency(), account.terms().code(), 0, BigInteger.ZERO, BigInteger.ZERO);
                lines.merge(key(none), none, (known, same) -> known);
                lines.computeIfPresent(
                        key(none),
                        (key, line) -> line.plus(
                                account.counters().debitsPosted(),
                                account.counters().creditsPosted()));
            });
            return new TrialBalance(List.copyOf(lines.values()));
        });
    }

    /**
     * Adds every transfer up anew and compares it with the counters of the accounts, and computes anew what each event
     * of the journal commits to. Takes as long as reading them all twice, and holds up nobody.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @return what it came to
     * @throws ForbiddenException if the policy does not grant it
     */
    public AuditReport audit(Actor actor) {
        neo.policy().require(actor, LedgerPermissions.READ);
        return proofs.audit(actor);
    }

    private static String key(TrialLine line) {
        String code = Integer.toString(line.code());
        return line.currency() + "/" + "0".repeat(5 - code.length()) + code;
    }
}
