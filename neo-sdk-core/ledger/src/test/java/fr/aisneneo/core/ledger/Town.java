package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A town with a local currency, its members, and a clock that tests set. As an extension of a test, it is closed behind
 * it.
 */
final class Town implements AutoCloseable, AfterEachCallback {
    static final TenantId TENANT = new TenantId("laon");
    static final Currency AXO = new Currency("AXO", 2);
    static final int BREAD = 7;
    static final int MEMBERS = 100;
    static final Actor CHIEF = actor(1, Role.ADMINISTRATOR);
    static final Actor CLERK = actor(2, Role.OPERATOR);
    static final Actor ANNE = actor(3, Role.MEMBER);
    static final Actor BRUNO = actor(4, Role.MEMBER);

    private final AtomicReference<Instant> now;
    private final AtomicLong ids = new AtomicLong();
    /** Of this instance: one that is opened again on the same store gives other ids. */
    private final long life;

    final Neo neo;
    final Ledger ledger;
    /** Where money comes from: it may go as low as it likes. */
    final AccountId issue = new AccountId(new UUID(7, 1));

    Town() {
        this("memory:");
    }

    Town(String storage) {
        this(storage, new AtomicReference<>(Instant.parse("2026-11-26T09:00:00Z")));
    }

    Town(String storage, AtomicReference<Instant> clock) {
        this(Neo.builder().storage(storage).clock(clock::get).open(), clock);
    }

    Town(Neo open, AtomicReference<Instant> clock) {
        now = clock;
        neo = open;
        life = neo.ids().next().getMostSignificantBits();
        ledger = Ledger.of(neo);
        ledger.openAccount(CHIEF, issue, AccountTerms.house(AXO, 1, Side.CREDIT), Limits.NONE);
    }

    static Actor actor(int party, Role... roles) {
        return Actor.of(new PartyId(new UUID(9, party)), TENANT, roles);
    }

    Instant now() {
        return now.get();
    }

    void advance(Duration by) {
        now.updateAndGet(instant -> instant.plus(by));
    }

    /** An account of a member, never overdrawn. */
    AccountId member(Actor owner) {
        return open(AccountTerms.member(AXO, MEMBERS, owner.party()), Limits.NEVER_OVERDRAWN);
    }

    /** An account of a member with money on it. */
    AccountId member(Actor owner, long balance) {
        AccountId account = member(owner);
        give(account, balance);
        return account;
    }

    /** An account of nobody without limits. */
    AccountId house(Side side, AccountFlag... flags) {
        return open(AccountTerms.house(AXO, 2, side).with(flags), Limits.NONE);
    }

    AccountId open(AccountTerms terms, Limits limits) {
        AccountId id = ledger.newAccountId();
        ledger.openAccount(CHIEF, id, terms, limits);
        return id;
    }

    void give(AccountId account, long amount) {
        ledger.transfer(CHIEF, pay(issue, account, amount));
    }

    /** Ids in the order in which they are asked for. */
    TransferId id() {
        return new TransferId(new UUID(life, ids.incrementAndGet()));
    }

    TransferRequest pay(AccountId from, AccountId to, long amount) {
        return TransferRequest.pay(id(), from, to, Money.ofMinorUnits(amount, AXO), BREAD);
    }

    TransferRequest hold(AccountId from, AccountId to, long amount, long seconds) {
        return TransferRequest.hold(id(), from, to, Money.ofMinorUnits(amount, AXO), BREAD, seconds);
    }

    TransferStatus status(TransferRequest request) {
        return statuses(request).get(0);
    }

    List<TransferStatus> statuses(TransferRequest... requests) {
        return ledger.submit(CHIEF, List.of(requests)).stream()
                .map(TransferResult::status)
                .toList();
    }

    Account account(AccountId id) {
        return ledger.account(CHIEF, id);
    }

    long balance(AccountId id) {
        return account(id).balance();
    }

    @Override
    public void close() {
        neo.close();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
