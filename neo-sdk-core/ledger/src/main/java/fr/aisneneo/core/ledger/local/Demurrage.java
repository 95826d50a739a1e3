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
import fr.aisneneo.core.ledger.book.TransferStatus;
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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Takes demurrage. Each account is done in a transaction of its own that also marks it as done, so a run that breaks
 * off is simply run again. For each account and each day <i>n</i> of a rule, in exact fractions:
 *
 * <pre>
 * owed(n)  = kept(n−1) + rate(n) × max(0, net(n))
 * taken(n) = min(⌊owed(n)⌋, what the account can give now)
 * kept(n)  = owed(n) − taken(n),  kept(0) = 0
 * </pre>
 *
 * <p>where net(n) is what was posted on the account when the day began: credits less debits. What was set aside then is
 * counted all the same, wherever to, since whoever sets aside over midnight and releases the next day has kept the
 * money; and so no hold is exempt, one to an account of the house neither, which a member makes and lets expire as
 * easily. It is not taken from what is set aside, though: what cannot be given now stays owed. Running a day again
 * takes what is owed by then and can be given, at most once a day of the calendar, and nothing else.
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
     * Takes what a rule takes from every account that it was not taken from yet, and what is still owed from before.
     * Days of one rule are run in their order: after a later day, an earlier one takes nothing new.
     *
     * @param actor who; needs {@link LedgerPermissions#RUN}, and for each account {@link LedgerPermissions#READ} for
     *     its owner, without one if it has none, and {@link LedgerPermissions#PAY} for its owner, or
     *     {@link LedgerPermissions#HOUSE} if it has none
     * @param rule the rule
     * @return all that was taken by this call, in minor units
     * @throws RefusedException {@code ledger.local.demurrage_early} before the day has begun; with a
     *     {@link TransferStatus} if the rule asks for what can never be booked, as for a fund that is not there, is
     *     closed, or is kept in another currency. What was taken from other accounts before stays taken
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
                return takeLate(actor, rule, marks, known.get());
            }
            DemurrageMark before = known.map(Document::value).orElse(fresh);
            BigInteger owed = owed(actor, rule, account, begin, before);
            BigInteger of = before.of().multiply(BigInteger.valueOf(rule.rate().denominator()));
            long paid = pay(actor, rule, account, whole(owed, of), onTheDay(actor, rule, account));
            DemurrageMark after =
                    fresh.owing(owed.subtract(BigInteger.valueOf(paid).multiply(of)), of);
            known.ifPresentOrElse(found -> marks.update(after, found.version()), () -> marks.insert(after));
            return paid;
        });
    }

    /** What could not be given on the day. */
    private long takeLate(
            Actor actor, DemurrageRule rule, Documents<DemurrageMark> marks, Document<DemurrageMark> known) {
        DemurrageMark mark = known.value();
        long paid = pay(actor, rule, mark.account(), whole(mark.owed(), mark.of()), later(actor, rule, mark.account()));
        if (paid > 0) {
            BigInteger left = mark.owed().subtract(BigInteger.valueOf(paid).multiply(mark.of()));
            marks.update(mark.owing(left, mark.of()), known.version());
        }
        return paid;
    }

    private static long whole(BigInteger owed, BigInteger of) {
        return owed.divide(of).min(BigInteger.valueOf(Long.MAX_VALUE - 1)).longValueExact();
    }

    /** What is owed in all, in parts of the product of both denominators. */
    private BigInteger owed(Actor actor, DemurrageRule rule, AccountId account, Instant begin, DemurrageMark before) {
        long lying = Math.max(
                0,
                ledger.history()
                        .countersAt(actor, account, begin.minusNanos(1_000))
                        .net());
        BigInteger now = BigInteger.valueOf(lying)
                .multiply(BigInteger.valueOf(rule.rate().numerator()))
                .multiply(before.of());
        return now.add(before.owed().multiply(BigInteger.valueOf(rule.rate().denominator())));
    }

    private TransferId onTheDay(Actor actor, DemurrageRule rule, AccountId account) {
        return new TransferId(ids.of(
                actor.tenant(),
                account.value(),
                "demurrage/" + rule.name(),
                rule.on().toEpochDay()));
    }

    private TransferId later(Actor actor, DemurrageRule rule, AccountId account) {
        long today = LocalDate.ofInstant(neo.clock().instant(), rule.zone()).toEpochDay();
        return new TransferId(ids.of(actor.tenant(), account.value(), "demurrage-later/" + rule.name(), today));
    }

    private long pay(Actor actor, DemurrageRule rule, AccountId account, long whole, TransferId id) {
        if (whole == 0) {
            return 0;
        }
        TransferRequest request = TransferRequest.pay(
                        id, account, rule.fund(), Money.ofMinorUnits(whole, rule.currency()), rule.code())
                .flag(TransferFlag.BALANCING_DEBIT);
        try {
            return neo.store().write(Contention.none(), tx -> {
                TransferResult result = ledger.submit(actor, List.of(request)).get(0);
                if (result.status() != TransferStatus.CREATED || result.transfer() == null) {
                    // Takes back that the id failed, so that the same day may be tried again.
                    throw new RefusedException(result.status(), Map.of("id", id));
                }
                return result.transfer().amount();
            });
        } catch (RefusedException e) {
            if (!(e.errorCode() instanceof TransferStatus status) || !isLeftOwed(status)) {
                throw e;
            }
            return 0;
        }
    }

    /**
     * Whether what is not there, cannot be had, or was asked for under the same id today, stays owed. Anything else is
     * wrong with the rule, and would take nothing from anybody for ever.
     */
    private static boolean isLeftOwed(TransferStatus status) {
        return switch (status) {
            case EXISTS,
                    ID_ALREADY_FAILED,
                    DEBIT_ACCOUNT_CLOSED,
                    NOTHING_TO_BALANCE,
                    EXCEEDS_CREDITS,
                    EXCEEDS_DEBIT_ACCOUNT_LIMIT,
                    EXCEEDS_DEBITS,
                    EXCEEDS_CREDIT_ACCOUNT_LIMIT,
                    EXCEEDS_RESERVE -> true;
            default -> status.differs();
        };
    }
}
