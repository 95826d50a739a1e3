package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Backed.SOL;
import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.CLEARING_NOT_ZERO;
import static fr.aisneneo.core.ledger.book.TransferStatus.CLEARING_TAKES_NO_PENDING;
import static fr.aisneneo.core.ledger.book.TransferStatus.CREATED;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXISTS;
import static fr.aisneneo.core.ledger.book.TransferStatus.LINKED_EVENT_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.local.Clearing;
import fr.aisneneo.core.ledger.local.Debt;
import fr.aisneneo.core.money.Currency;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** In a currency that a reserve backs, no account makes money but the one that it is issued from. */
class BackedCurrencyTest {
    private static final Currency HOUR = new Currency("HEURE", 0);

    @RegisterExtension
    private final Town town = new Town();

    private final Backed backed = new Backed(town);

    private static ErrorCode refusal(Runnable command) {
        return catchThrowableOfType(RefusedException.class, command::run).errorCode();
    }

    @Test
    void noAccountIsOpenedThatCouldGoBelowZero() {
        AccountTerms credit = AccountTerms.house(SOL, 2, Side.CREDIT);
        AccountTerms debit = AccountTerms.house(SOL, 2, Side.DEBIT);
        assertThat(refusal(() -> town.open(credit, Limits.NONE))).isEqualTo(LedgerError.CURRENCY_BACKED);
        assertThat(refusal(() -> town.open(credit, Limits.NONE.withMin(-1)))).isEqualTo(LedgerError.CURRENCY_BACKED);
        assertThat(refusal(() -> town.open(debit, Limits.NEVER_OVERDRAWN))).isEqualTo(LedgerError.CURRENCY_BACKED);
        assertThat(refusal(() -> town.open(debit, Limits.NONE.withMax(1)))).isEqualTo(LedgerError.CURRENCY_BACKED);
        AccountId one = town.open(credit, Limits.NEVER_OVERDRAWN);
        AccountId two = town.open(credit.with(AccountFlag.NO_DEBIT_OVER_CREDIT), Limits.NONE);
        AccountId three = town.open(debit, Limits.NONE.withMax(0));
        for (AccountId account : List.of(one, two, three)) {
            assertThat(town.status(backed.pay(account, backed.rich, 1)).done()).isFalse();
            assertThat(town.status(backed.pay(backed.rich, account, 1))).isEqualTo(CREATED);
            assertThat(town.status(backed.pay(account, backed.rich, 1))).isEqualTo(CREATED);
        }
    }

    @Test
    void noLimitIsChangedSoThatAnAccountCouldGoBelowZero() {
        assertThat(refusal(() -> town.ledger.changeLimits(CHIEF, backed.rich, Limits.NONE.withMin(-1))))
                .isEqualTo(LedgerError.CURRENCY_BACKED);
        town.ledger.changeLimits(CHIEF, backed.rich, Limits.NEVER_OVERDRAWN.withMax(200_000));
        town.ledger.changeLimits(CHIEF, backed.issue, Limits.NONE.withMax(500_000));
        town.ledger.changeLimits(CHIEF, backed.reserve, Limits.NONE);
    }

    private AccountId house(Side side, Limits limits) {
        return town.open(AccountTerms.house(HOUR, 2, side), limits);
    }

    private void back(AccountId issue) {
        AccountId euros = town.open(AccountTerms.house(Currency.EUR, 2, Side.DEBIT), Limits.NONE);
        town.ledger.back(CHIEF, issue, euros, 1, 1);
    }

    @Test
    void aCurrencyIsNotBackedAsLongAsAnotherAccountCanGoBelowZeroOrIsThere() {
        AccountId issue = house(Side.DEBIT, Limits.NONE);
        AccountId other = house(Side.CREDIT, Limits.NONE);
        AccountId member = house(Side.CREDIT, Limits.NEVER_OVERDRAWN);
        RefusedException refused = catchThrowableOfType(RefusedException.class, () -> back(issue));
        assertThat(refused.errorCode()).isEqualTo(LedgerError.BACKING_OVERDRAWN);
        assertThat(refused.facts()).containsEntry("id", other);
        TransferRequest pay = pay(other, member);
        town.ledger.transfer(CHIEF, pay);
        // It cannot go any lower now, but what it gave is still about.
        town.ledger.changeLimits(CHIEF, other, Limits.NEVER_OVERDRAWN);
        assertThat(refusal(() -> back(issue))).isEqualTo(LedgerError.BACKING_OVERDRAWN);
        town.ledger.transfer(CHIEF, TransferRequest.reverse(town.id(), pay.id()));
        back(issue);
        assertThat(refusal(() -> house(Side.CREDIT, Limits.NONE))).isEqualTo(LedgerError.CURRENCY_BACKED);
    }

    private TransferRequest pay(AccountId from, AccountId to) {
        Draft draft = new Draft(town.pay(from, to, 5));
        draft.currency = HOUR;
        return draft.request();
    }

    @Test
    void anAccountThatCannotGoBelowZeroAnyMoreIsNoHindrance() {
        AccountId issue = house(Side.DEBIT, Limits.NONE);
        AccountId other = house(Side.CREDIT, Limits.NONE);
        town.ledger.changeLimits(CHIEF, other, Limits.NEVER_OVERDRAWN);
        town.ledger.changeLimits(CHIEF, other, Limits.NONE);
        assertThat(refusal(() -> back(issue))).isEqualTo(LedgerError.BACKING_OVERDRAWN);
        town.ledger.changeLimits(CHIEF, other, Limits.NEVER_OVERDRAWN);
        back(issue);
    }

    @Test
    void thereIsOneAccountThatMoneyIsIssuedFrom() {
        AccountId issue = house(Side.DEBIT, Limits.NONE);
        back(issue);
        AccountId second = house(Side.DEBIT, Limits.NONE.withMax(0));
        assertThat(refusal(() -> back(second))).isEqualTo(LedgerError.BACKING_LATE);
    }

    @Test
    void debtsAreClearedThroughAnAccountThatIsLeftAtZero() {
        AccountId clearing = backed.open(SOL, Side.CREDIT, Limits.NONE, AccountFlag.CLEARING);
        AccountId a = backed.member();
        AccountId b = backed.member();
        AccountId c = backed.member();
        List<Debt> proposal = Clearing.propose(List.of(new Debt(a, b, 100), new Debt(b, c, 80), new Debt(c, a, 120)));
        TransferId id = town.id();
        Clearing.settle(town.ledger, CHIEF, id, proposal, clearing, SOL, 90);
        assertThat(Clearing.settle(town.ledger, CHIEF, id, proposal, clearing, SOL, 90))
                .extracting(TransferResult::status)
                .containsOnly(EXISTS);
        assertThat(town.account(clearing).counters().debitsPosted()).isEqualTo(240);
        assertThat(town.balance(clearing)).isZero();
        assertThat(town.ledger.history().audit(CHIEF).sound()).isTrue();
    }

    @Test
    void nothingIsLeftOnAnAccountThatMoneyOnlyPassesThrough() {
        AccountId clearing = backed.open(SOL, Side.CREDIT, Limits.NONE, AccountFlag.CLEARING);
        AccountId anne = town.open(AccountTerms.member(SOL, 100, ANNE.party()), Limits.NEVER_OVERDRAWN);
        assertThat(town.statuses(backed.pay(clearing, anne, 50).linked(), backed.pay(backed.rich, clearing, 49)))
                .containsExactly(LINKED_EVENT_FAILED, CLEARING_NOT_ZERO);
        assertThat(town.status(backed.pay(clearing, anne, 50))).isEqualTo(CLEARING_NOT_ZERO);
        TransferRequest in = backed.pay(clearing, anne, 50);
        TransferRequest out = backed.pay(backed.rich, clearing, 50);
        assertThat(town.statuses(backed.pay(backed.rich, anne, 1), in.linked(), out, backed.pay(backed.rich, anne, 1)))
                .containsOnly(CREATED);
        assertThat(town.status(TransferRequest.reverse(town.id(), in.id()))).isEqualTo(CLEARING_NOT_ZERO);
        assertThat(town.statuses(
                        TransferRequest.reverse(town.id(), in.id()).linked(),
                        TransferRequest.reverse(town.id(), out.id())))
                .containsOnly(CREATED);
        assertThat(town.status(TransferRequest.close(town.id(), clearing, anne, 3)))
                .isEqualTo(CLEARING_TAKES_NO_PENDING);
        assertThat(town.balance(clearing)).isZero();
        assertThat(town.balance(anne)).isEqualTo(2);
    }
}
