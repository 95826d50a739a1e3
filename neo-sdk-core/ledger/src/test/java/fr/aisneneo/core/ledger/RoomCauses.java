package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.MEMBERS;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What brings about each status that is about money: what the debited account cannot give, what the credited one cannot
 * take, what the reserve does not cover. An account may have two causes at once, of which the first is told.
 */
final class RoomCauses {
    private static final long ALMOST_ALL = Long.MAX_VALUE - 10;

    private final Town town;
    private final AccountId house;
    private final AccountId other;
    private final List<Causes.Row> rows = new ArrayList<>();

    private final Consumer<Draft> broke;
    private final Consumer<Draft> poor;
    private final Consumer<Draft> heldToDebits;
    private final Consumer<Draft> full;

    RoomCauses(Town town, AccountId house, AccountId other) {
        this.town = town;
        this.house = house;
        this.other = other;
        AccountId noDebits = town.house(Side.CREDIT, AccountFlag.NO_DEBIT_OVER_CREDIT);
        AccountId noCredits = town.house(Side.DEBIT, AccountFlag.NO_CREDIT_OVER_DEBIT);
        AccountId empty = town.member(ANNE);
        AccountId small = town.open(AccountTerms.member(AXO, MEMBERS, ANNE.party()), Limits.NONE.withMax(50));
        broke = d -> d.debit = noDebits;
        poor = d -> d.debit = empty;
        heldToDebits = d -> d.credit = noCredits;
        full = d -> d.credit = small;
        giving();
        givingBeforeTaking();
        taking();
        reserve();
    }

    List<Causes.Row> rows() {
        return rows;
    }

    private void row(
            TransferStatus status,
            Supplier<TransferRequest> base,
            Consumer<Draft> cause,
            TransferStatus laterStatus,
            Consumer<Draft> later) {
        rows.add(new Causes.Row(status, base, cause, laterStatus, later));
    }

    private TransferRequest pay() {
        return town.pay(house, other, 100);
    }

    private TransferRequest hold() {
        return town.hold(house, other, 100, 60);
    }

    private void done(TransferRequest request) {
        town.ledger.transfer(CHIEF, request);
    }

    /** With almost as many pending debits as there can be, and a limit that it is far below of. */
    private AccountId debitsPending() {
        AccountId account = town.house(Side.CREDIT);
        done(town.hold(account, town.house(Side.CREDIT), ALMOST_ALL, 0));
        town.ledger.changeLimits(CHIEF, account, Limits.NEVER_OVERDRAWN);
        return account;
    }

    private AccountId creditsPending() {
        AccountId account = town.house(Side.CREDIT);
        done(town.hold(town.house(Side.CREDIT), account, ALMOST_ALL, 0));
        town.ledger.changeLimits(CHIEF, account, Limits.NONE.withMax(50));
        return account;
    }

    /** Got almost as much as there can be and gave it, so that nothing is left and its counters are full. */
    private AccountId passedOn(Side side, AccountFlag flag) {
        AccountId account = town.house(side, flag);
        AccountId from = town.house(Side.CREDIT);
        AccountId to = town.house(Side.CREDIT);
        if (flag == AccountFlag.NO_DEBIT_OVER_CREDIT) {
            done(town.pay(from, account, ALMOST_ALL));
            done(town.pay(account, to, ALMOST_ALL));
        } else {
            done(town.pay(account, to, ALMOST_ALL));
            done(town.pay(from, account, ALMOST_ALL));
        }
        return account;
    }

    private void giving() {
        AccountId pending = debitsPending();
        AccountId posted = passedOn(Side.CREDIT, AccountFlag.NO_DEBIT_OVER_CREDIT);
        AccountId both = town.open(
                AccountTerms.house(AXO, 2, Side.CREDIT).with(AccountFlag.NO_DEBIT_OVER_CREDIT), Limits.NEVER_OVERDRAWN);
        row(OVERFLOWS_DEBITS_PENDING, this::hold, d -> d.debit = pending, EXCEEDS_DEBIT_ACCOUNT_LIMIT, poor);
        row(OVERFLOWS_DEBITS_POSTED, this::pay, d -> d.debit = posted, EXCEEDS_CREDITS, broke);
        row(OVERFLOWS_DEBITS, this::pay, d -> d.debit = pending, EXCEEDS_DEBIT_ACCOUNT_LIMIT, poor);
        row(EXCEEDS_CREDITS, this::pay, d -> d.debit = both, EXCEEDS_DEBIT_ACCOUNT_LIMIT, poor);
    }

    /** Who has not got the money is told so, and nothing of the payee. */
    private void givingBeforeTaking() {
        AccountId pending = creditsPending();
        AccountId posted = passedOn(Side.DEBIT, AccountFlag.NO_CREDIT_OVER_DEBIT);
        AccountId debits = debitsPending();
        for (Consumer<Draft> cause : List.of(broke, poor)) {
            TransferStatus status = cause == broke ? EXCEEDS_CREDITS : EXCEEDS_DEBIT_ACCOUNT_LIMIT;
            row(status, this::hold, cause, OVERFLOWS_CREDITS_PENDING, d -> d.credit = pending);
            row(status, this::pay, cause, OVERFLOWS_CREDITS_POSTED, d -> d.credit = posted);
            row(status, this::pay, cause, OVERFLOWS_CREDITS, d -> d.credit = pending);
            row(status, this::pay, cause, EXCEEDS_DEBITS, heldToDebits);
            row(status, this::pay, cause, EXCEEDS_CREDIT_ACCOUNT_LIMIT, full);
        }
        row(
                OVERFLOWS_DEBITS_PENDING,
                this::hold,
                d -> d.debit = debits,
                OVERFLOWS_CREDITS_PENDING,
                d -> d.credit = pending);
        row(OVERFLOWS_DEBITS, this::pay, d -> d.debit = debits, OVERFLOWS_CREDITS, d -> d.credit = pending);
    }

    private void taking() {
        AccountId pending = creditsPending();
        AccountId posted = passedOn(Side.DEBIT, AccountFlag.NO_CREDIT_OVER_DEBIT);
        AccountId both = town.open(
                AccountTerms.house(AXO, 2, Side.DEBIT).with(AccountFlag.NO_CREDIT_OVER_DEBIT), Limits.NEVER_OVERDRAWN);
        row(OVERFLOWS_CREDITS_PENDING, this::hold, d -> d.credit = pending, EXCEEDS_CREDIT_ACCOUNT_LIMIT, full);
        row(OVERFLOWS_CREDITS_POSTED, this::pay, d -> d.credit = posted, EXCEEDS_DEBITS, heldToDebits);
        row(OVERFLOWS_CREDITS, this::pay, d -> d.credit = pending, EXCEEDS_CREDIT_ACCOUNT_LIMIT, full);
        row(EXCEEDS_DEBITS, this::pay, d -> d.credit = both, EXCEEDS_CREDIT_ACCOUNT_LIMIT, full);
    }

    private void reserve() {
        Backed backed = new Backed(town);
        AccountId payee = backed.member();
        AccountId small = backed.open(Backed.SOL, Side.CREDIT, Limits.NEVER_OVERDRAWN.withMax(50));
        AccountId clearing = backed.open(Backed.SOL, Side.CREDIT, Limits.NONE, AccountFlag.CLEARING);
        Supplier<TransferRequest> pay = () -> backed.pay(backed.rich, payee, 100);
        Consumer<Draft> issuing = d -> d.debit = backed.issue;
        row(EXCEEDS_CREDIT_ACCOUNT_LIMIT, pay, d -> d.credit = small, EXCEEDS_RESERVE, issuing);
        row(EXCEEDS_RESERVE, pay, issuing, CLEARING_NOT_ZERO, d -> d.credit = clearing);
    }
}
