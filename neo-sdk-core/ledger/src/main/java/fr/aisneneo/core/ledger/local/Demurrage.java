package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferFlag;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes demurrage. Each account is done in a transaction of its own that also marks it as done, so a run that breaks
 * off is simply run again. Nothing is lost to rounding: what is less than a minor unit is kept and added the next time.
 * What is set aside is not touched.
 *
 * <p>Thread-safe.
 */
public final class Demurrage {
    private static final DocumentCollection<DemurrageMark> MARKS = DocumentCollection.json(
                    "ledger_demurrage", DemurrageMark.class, DemurrageMark::id)
            .build();

    private final Neo neo;
    private final Ledger ledger;
    private final OwnIds ids;

    private Demurrage(Neo neo, Ledger ledger) {
        this.neo = neo;
        this.ledger = ledger;
        this.ids = new OwnIds(neo.store());
        neo.store().declare(MARKS);
    }

    /**
     * Demurrage on a ledger.
     *
     * @param neo the open SDK
     * @param ledger its ledger
     * @return the demurrage
     */
    public static Demurrage of(Neo neo, Ledger ledger) {
        return new Demurrage(neo, ledger);
    }

    /**
     * Takes what a rule takes from every account that it was not taken from yet. Days of one rule are run in their
     * order: after a later day, an earlier one does nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#RUN}, {@link LedgerPermissions#READ} without an owner, and
     *     {@link LedgerPermissions#PAY} for the owners of the accounts or {@link LedgerPermissions#HOUSE} for those
     *     without
     * @param rule the rule
     * @return all that was taken by this call, in minor units
     * @throws RefusedException {@code ledger.local.demurrage_early} before the day has begun
     * @throws ForbiddenException if the policy does not grant it
     */
    public long run(Actor actor, DemurrageRule rule) {
        neo.policy().require(actor, LedgerPermissions.RUN);
        Instant begin = rule.on().atStartOfDay(rule.zone()).toInstant();
        if (neo.clock().instant().isBefore(begin)) {
            throw new RefusedException(LocalError.DEMURRAGE_EARLY, Map.of("on", rule.on()));
        }
        long taken = 0;
        Optional<Cursor> next = Optional.empty();
        do {
            Optional<Cursor> from = next;
            Page<AccountState> page = neo.store()
                    .read(tx -> tx.documents(LedgerCollections.ACCOUNTS, actor.tenant())
                            .scan(Scan.by(LedgerCollections.ACCOUNTS_BY_CODE)
                                    .equalTo(rule.currency().code(), (long) rule.accounts())
                                    .limit(200)
                                    .resume(from)));
            for (AccountState state : page.values()) {
                boolean meant = state.account().terms().currency().equals(rule.currency())
                        && !state.account().id().equals(rule.fund());
                taken += meant ? take(actor, rule, state.account().id(), begin) : 0;
            }
            next = page.next();
        } while (next.isPresent());
        return taken;
    }

    private long take(Actor actor, DemurrageRule rule, AccountId account, Instant begin) {
        DemurrageMark fresh = new DemurrageMark(
                rule.name(),
                account,
                rule.on(),
                BigInteger.ZERO,
                BigInteger.valueOf(rule.rate().denominator()));
        return neo.store().write(Contention.on(actor.tenant(), "ledger_account", account.text()), tx -> {
            Documents<DemurrageMark> marks = tx.documents(MARKS, actor.tenant());
            Optional<Document<DemurrageMark>> known = marks.get(fresh.id());
            if (known.isPresent() && !known.get().value().last().isBefore(rule.on())) {
                return 0L;
            }
            DemurrageMark before = known.map(Document::value).orElse(fresh);
            BigInteger owed = owed(actor, rule, account, begin, before);
            BigInteger of = before.of().multiply(BigInteger.valueOf(rule.rate().denominator()));
            long whole =
                    owed.divide(of).min(BigInteger.valueOf(Long.MAX_VALUE - 1)).longValueExact();
            long paid = whole == 0 ? 0 : pay(actor, rule, account, whole);
            DemurrageMark after =
                    mark(fresh, owed.subtract(BigInteger.valueOf(paid).multiply(of)), of);
            known.ifPresentOrElse(found -> marks.update(after, found.version()), () -> marks.insert(after));
            return paid;
        });
    }

    /** What is owed in all, in parts of the product of both denominators. */
    private BigInteger owed(Actor actor, DemurrageRule rule, AccountId account, Instant begin, DemurrageMark before) {
        long lying = Math.max(
                0,
                ledger.history()
                        .countersAt(actor, account, begin.minusNanos(1_000))
                        .lowestNet());
        BigInteger now = BigInteger.valueOf(lying)
                .multiply(BigInteger.valueOf(rule.rate().numerator()))
                .multiply(before.of());
        return now.add(before.owed().multiply(BigInteger.valueOf(rule.rate().denominator())));
    }

    private static DemurrageMark mark(DemurrageMark fresh, BigInteger owed, BigInteger of) {
        BigInteger common = owed.gcd(of);
        return new DemurrageMark(fresh.rule(), fresh.account(), fresh.last(), owed.divide(common), of.divide(common));
    }

    private long pay(Actor actor, DemurrageRule rule, AccountId account, long whole) {
        TransferId id = new TransferId(ids.of(
                actor.tenant(),
                account.value(),
                "demurrage/" + rule.name(),
                rule.on().toEpochDay()));
        TransferRequest request = TransferRequest.pay(
                        id, account, rule.fund(), Money.ofMinorUnits(whole, rule.currency()), rule.code())
                .flag(TransferFlag.BALANCING_DEBIT);
        TransferResult result = ledger.submit(actor, List.of(request)).get(0);
        // What is not there, or cannot be had, stays owed.
        return result.transfer() == null ? 0 : result.transfer().amount();
    }
}
