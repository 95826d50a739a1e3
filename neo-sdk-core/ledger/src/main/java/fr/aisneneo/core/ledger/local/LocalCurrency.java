package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.LedgerPermissions;
import fr.aisneneo.core.ledger.TransferResult;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Peg;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Issues a local currency against a reserve, and redeems it. Both are one chain: the euros come in and the local money
 * goes out, or nothing happens. The ledger itself refuses whatever would leave more in circulation than the reserve
 * covers, also if it does not go through here.
 *
 * <p>Thread-safe.
 */
public final class LocalCurrency {
    private final Ledger ledger;
    private final CurrencyPlan plan;

    private LocalCurrency(Ledger ledger, CurrencyPlan plan) {
        this.ledger = ledger;
        this.plan = plan;
    }

    /**
     * A currency that was {@linkplain #found founded}.
     *
     * @param ledger the ledger
     * @param plan how it is set up
     * @return the currency
     */
    public static LocalCurrency of(Ledger ledger, CurrencyPlan plan) {
        return new LocalCurrency(ledger, plan);
    }

    /**
     * Registers the currency with its peg, opens the accounts of the plan and ties what is issued to the reserve. From
     * then on no account of the currency goes below zero, but for the one that it is issued from, and within a chain
     * those that money only {@linkplain fr.aisneneo.core.ledger.book.AccountFlag#CLEARING passes through}. Doing it
     * again changes nothing.
     *
     * @param actor who; needs {@link LedgerPermissions#MANAGE}
     * @throws fr.aisneneo.core.error.ConflictException if an id of the plan is another account, or the currency has
     *     another peg
     * @throws RefusedException {@code ledger.currency.scale}, {@code ledger.backing.same},
     *     {@code ledger.backing.overdrawn}
     * @throws ForbiddenException if the policy does not grant it
     */
    public void found(Actor actor) {
        Peg peg = new Peg(plan.peg().denominator(), plan.backing(), plan.peg().numerator());
        ledger.currencies().register(actor, plan.currency(), peg);
        open(actor, plan.issue(), plan.currency(), Side.DEBIT);
        open(actor, plan.fees(), plan.currency(), Side.CREDIT);
        open(actor, plan.reserve(), plan.backing(), Side.DEBIT);
        open(actor, plan.deposits(), plan.backing(), Side.CREDIT);
        ledger.back(actor, plan.issue(), plan.reserve(), peg.units(), peg.worth());
    }

    private void open(Actor actor, AccountId id, Currency currency, Side side) {
        ledger.openAccount(actor, id, AccountTerms.house(currency, plan.code(), side), Limits.NEVER_OVERDRAWN);
    }

    /**
     * Issues local money for euros that were received.
     *
     * @param actor who; needs {@link LedgerPermissions#EXCHANGE}
     * @param id the id of the command: the same again gives the same answers
     * @param member who gets it
     * @param amount how much local money
     * @return the answers, done: the euros into the reserve, the local money to the member
     * @throws InvalidInputException {@code ledger.local.not_convertible}, {@code money.currency_mismatch}
     * @throws RefusedException with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<TransferResult> issue(Actor actor, TransferId id, AccountId member, Money amount) {
        Money euros = worth(amount);
        return ledger.chain(
                actor,
                List.of(pay(id, 0, plan.reserve(), plan.deposits(), euros), pay(id, 1, plan.issue(), member, amount)));
    }

    /**
     * Takes local money back for euros. The fee comes out of what the member gives, rounded up, and stays in the
     * currency; the rest is destroyed, and its worth leaves the reserve.
     *
     * @param actor who; needs {@link LedgerPermissions#EXCHANGE}, and {@link LedgerPermissions#READ} and
     *     {@link LedgerPermissions#PAY} for the owner of the member's account, or for one without an owner
     *     {@link LedgerPermissions#READ} and {@link LedgerPermissions#HOUSE}
     * @param id the id of the command: the same again gives the same answers
     * @param member who gives it: an account at a place in the chart that the plan lets redeem
     * @param amount how much local money, the fee included
     * @return the answers, done: the fee if there is one, the local money that is destroyed, the euros out of the
     *     reserve
     * @throws InvalidInputException {@code ledger.local.not_convertible}, {@code money.currency_mismatch}
     * @throws NotFoundException {@code ledger.account.unknown}, also for an account that the actor may not see
     * @throws RefusedException {@code ledger.local.redeem_not_allowed} for an account at another place in the chart, or
     *     with a {@link fr.aisneneo.core.ledger.book.TransferStatus}
     * @throws ForbiddenException if the policy does not grant it
     */
    public List<TransferResult> redeem(Actor actor, TransferId id, AccountId member, Money amount) {
        // For ever: an account never changes its place in the chart.
        int place = ledger.account(actor, member).terms().code();
        if (!plan.redeemers().contains(place)) {
            throw new RefusedException(LocalError.REDEEM_NOT_ALLOWED, Map.of("place", place));
        }
        Money fee = Money.ofMinorUnits(plan.redemptionFee().ceilingOf(amount.minorUnits()), plan.currency());
        Money burned = amount.minus(fee);
        Money euros = worth(burned);
        List<TransferRequest> chain = new ArrayList<>();
        if (fee.isPositive()) {
            chain.add(pay(id, 0, member, plan.fees(), fee));
        }
        chain.add(pay(id, 1, member, plan.issue(), burned));
        chain.add(pay(id, 2, plan.deposits(), plan.reserve(), euros));
        return ledger.chain(actor, chain);
    }

    private TransferRequest pay(TransferId id, int step, AccountId debit, AccountId credit, Money amount) {
        TransferId own = new TransferId(DerivedIds.of(id.value(), "local", step));
        return TransferRequest.pay(own, debit, credit, amount, plan.code()).about(id.value());
    }

    /**
     * What an amount of local money is worth.
     *
     * @param amount the amount
     * @return its worth in the backing currency
     * @throws InvalidInputException {@code ledger.local.not_convertible}, {@code money.currency_mismatch}
     */
    public Money worth(Money amount) {
        Money.zero(plan.currency()).plus(amount);
        if (amount.isNegative() || !plan.peg().dividesEvenly(amount.minorUnits())) {
            throw new InvalidInputException(LocalError.NOT_CONVERTIBLE, "amount", Map.of("amount", amount));
        }
        return Money.ofMinorUnits(plan.peg().floorOf(amount.minorUnits()), plan.backing());
    }

    /**
     * How much is in circulation.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @return the amount
     */
    public Money circulation(Actor actor) {
        return ledger.account(actor, plan.issue()).money();
    }

    /**
     * How much is in reserve.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @return the amount
     */
    public Money reserve(Actor actor) {
        return ledger.account(actor, plan.reserve()).money();
    }
}
