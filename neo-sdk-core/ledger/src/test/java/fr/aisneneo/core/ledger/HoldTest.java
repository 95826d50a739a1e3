package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.DerivedIds;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HoldTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);

    private TransferRequest held(long amount, long seconds) {
        TransferRequest hold = town.hold(anne, bruno, amount, seconds);
        town.ledger.transfer(ANNE, hold);
        return hold;
    }

    @Test
    void whatIsSetAsideCannotBeSpentTwiceAndIsNotPaidYet() {
        held(700, 0);
        assertThat(town.account(anne).available()).isEqualTo(300);
        assertThat(town.balance(anne)).isEqualTo(1_000);
        assertThat(town.balance(bruno)).isZero();
        assertThat(town.status(town.pay(anne, bruno, 301))).isEqualTo(EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        assertThat(town.status(town.pay(anne, bruno, 300))).isEqualTo(CREATED);
    }

    @Test
    void thePayeeTakesAPartAndTheRestIsReleased() {
        TransferRequest hold = held(700, 0);
        town.ledger.transfer(BRUNO, TransferRequest.post(town.id(), hold.id()).amount(200));
        assertThat(town.account(anne).available()).isEqualTo(800);
        assertThat(town.balance(bruno)).isEqualTo(200);
    }

    @Test
    void whatExpiredIsFreeWhetherOrNotAnybodyWroteItDown() {
        TransferRequest hold = held(700, 60);
        town.advance(Duration.ofSeconds(61));
        assertThat(town.account(anne).available()).isEqualTo(1_000);
        assertThat(town.status(town.pay(anne, bruno, 1_000))).isEqualTo(CREATED);
        assertThat(town.status(TransferRequest.post(town.id(), hold.id()))).isEqualTo(PENDING_TRANSFER_EXPIRED);
    }

    @Test
    void writingDownWhatExpiredIsDoneOnceAndTold() {
        held(1, 60);
        held(2, 60);
        held(3, 0);
        town.advance(Duration.ofSeconds(61));
        assertThat(town.ledger.expireDue(CHIEF, 1)).isEqualTo(1);
        assertThat(town.ledger.expireDue(CHIEF, 100)).isEqualTo(1);
        assertThat(town.ledger.expireDue(CHIEF, 100)).isZero();
        assertThat(town.account(anne).available()).isEqualTo(997);
        long told = town.neo.journal().read(CHIEF, 0, 1_000).stream()
                .filter(event -> event.type().equals(LedgerEvents.TRANSFERS_MADE.name()))
                .count();
        assertThat(told).as("a gift, three holds, two expiries").isEqualTo(6);
    }

    @Test
    void whatIsOverStaysOverWhenTheClockStepsBack() {
        TransferRequest hold = held(700, 60);
        town.advance(Duration.ofSeconds(61));
        assertThat(town.account(anne).available()).isEqualTo(1_000);
        town.advance(Duration.ofHours(-5));
        assertThat(town.account(anne).available()).isEqualTo(1_000);
        assertThat(town.status(TransferRequest.post(town.id(), hold.id()))).isEqualTo(PENDING_TRANSFER_EXPIRED);
    }

    @Test
    void anAccountsTransfersAreInOrderWhateverTheClockDoes() {
        TransferResult first = town.ledger.transfer(ANNE, town.pay(anne, bruno, 1));
        town.advance(Duration.ofHours(-5));
        TransferResult second = town.ledger.transfer(ANNE, town.pay(anne, bruno, 1));
        assertThat(second.transfer().at()).isAfter(first.transfer().at());
    }

    @Test
    void aLimitThatIsLoweredLaterDoesNotStopWhatWasPromised() {
        TransferRequest hold = held(700, 0);
        town.ledger.changeLimits(CHIEF, anne, Limits.NONE.withMin(900));
        town.ledger.changeLimits(CHIEF, bruno, Limits.NONE.withMax(1));
        assertThat(town.status(town.pay(anne, bruno, 1))).isEqualTo(EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        assertThat(town.status(TransferRequest.post(town.id(), hold.id()))).isEqualTo(CREATED);
        assertThat(town.balance(anne)).isEqualTo(300);
    }

    @Test
    void aClosedAccountIsOpenAgainWhenItsClosingIsVoidedOrExpires() {
        TransferRequest closing = TransferRequest.close(town.id(), anne, town.issue, 3);
        town.ledger.transfer(CHIEF, closing);
        assertThat(town.account(anne).closed()).isTrue();
        assertThat(town.account(anne).available()).isZero();
        assertThat(town.status(town.pay(town.issue, anne, 1))).isEqualTo(CREDIT_ACCOUNT_CLOSED);
        town.ledger.transfer(CHIEF, TransferRequest.release(town.id(), closing.id()));
        assertThat(town.account(anne).closed()).isFalse();

        Draft again = new Draft(TransferRequest.close(town.id(), anne, town.issue, 3));
        again.timeout = 60;
        town.ledger.transfer(CHIEF, again.request());
        town.advance(Duration.ofSeconds(61));
        assertThat(town.account(anne).closed()).isFalse();
        assertThat(town.status(town.pay(anne, bruno, 1_000))).isEqualTo(CREATED);
    }

    @Test
    void aClosingThatIsPostedIsForGoodAndTakesWhatWasLeft() {
        TransferRequest closing = TransferRequest.close(town.id(), anne, town.issue, 3);
        town.ledger.transfer(CHIEF, closing);
        town.ledger.transfer(CHIEF, TransferRequest.post(town.id(), closing.id()));
        assertThat(town.account(anne).closed()).isTrue();
        assertThat(town.balance(anne)).isZero();
        assertThat(town.status(TransferRequest.release(town.id(), closing.id())))
                .isEqualTo(PENDING_TRANSFER_ALREADY_POSTED);
    }

    @Test
    void aWholePendingChainIsPostedOrVoidedInOneCommandAndOnce() {
        TransferRequest room = town.hold(anne, bruno, 300, 0);
        TransferRequest projector = town.hold(anne, town.issue, 200, 0);
        town.ledger.submit(ANNE, List.of(room.linked(), projector));
        var command = town.id();
        List<TransferResult> posted = town.ledger.postChain(CHIEF, command, room.id());
        assertThat(posted).extracting(TransferResult::status).containsExactly(CREATED, CREATED);
        assertThat(town.balance(anne)).isEqualTo(500);
        assertThat(town.ledger.postChain(CHIEF, command, room.id()))
                .extracting(TransferResult::status)
                .containsExactly(EXISTS, EXISTS);

        TransferRequest first = town.hold(anne, bruno, 300, 0);
        TransferRequest second = town.hold(anne, bruno, 200, 60);
        town.ledger.submit(ANNE, List.of(first.linked(), second));
        town.advance(Duration.ofSeconds(61));
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                fr.aisneneo.core.error.RefusedException.class,
                                () -> town.ledger.voidChain(CHIEF, town.id(), first.id()))
                        .errorCode())
                .as("one of them has expired, so none is voided")
                .isEqualTo(PENDING_TRANSFER_EXPIRED);
        assertThat(town.account(anne).available()).isEqualTo(200);
    }

    @Test
    void refundsNeverAddUpToMoreThanWasPaid() {
        TransferRequest paid = town.pay(anne, bruno, 300);
        town.ledger.transfer(ANNE, paid);
        town.ledger.transfer(
                BRUNO, TransferRequest.reverse(town.id(), paid.id()).amount(100));
        assertThat(town.status(TransferRequest.reverse(town.id(), paid.id()).amount(201)))
                .isEqualTo(EXCEEDS_ORIGINAL_AMOUNT);
        town.ledger.transfer(BRUNO, TransferRequest.reverse(town.id(), paid.id()));
        assertThat(town.status(TransferRequest.reverse(town.id(), paid.id()))).isEqualTo(EXCEEDS_ORIGINAL_AMOUNT);
        assertThat(town.balance(anne)).isEqualTo(1_000);
    }

    @Test
    void aSoftLimitWarnsWhenItIsCrossedAndNotAgainBeforeItIsCrossedBack() {
        town.ledger.changeLimits(CHIEF, anne, Limits.NEVER_OVERDRAWN.warning(500, Limits.NO_MAX));
        town.give(bruno, 500);
        for (long amount : new long[] {400, 200, 100}) {
            town.ledger.transfer(ANNE, town.pay(anne, bruno, amount));
        }
        town.ledger.transfer(BRUNO, town.pay(bruno, anne, 400));
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 500));
        long warnings = town.neo.journal().history(CHIEF, LedgerEvents.aggregate(anne), 0, 100).stream()
                .filter(event -> event.type().equals(LedgerEvents.SOFT_LIMIT_CROSSED.name()))
                .count();
        assertThat(warnings).isEqualTo(2);
    }

    @Test
    void closingAnAccountPassesOnWhatIsLeftAndNotTheCreditItHad() {
        town.ledger.changeLimits(CHIEF, anne, Limits.NONE.withMin(-500));
        TransferResult closing = town.ledger.transfer(CHIEF, TransferRequest.close(town.id(), anne, bruno, 3));
        assertThat(closing.transfer().amount()).isEqualTo(1_000);
        assertThat(town.account(anne).available()).isZero();
    }

    @Test
    void whatIsDueCountsNoMoreHoweverMuchItIs() {
        List<TransferRequest> holds = new ArrayList<>();
        for (int number = 0; number < 2_500; number++) {
            holds.add(town.hold(anne, bruno, 1, 60 + number % 7));
        }
        town.give(anne, 2_500);
        long before = town.balance(anne);
        town.ledger.submit(CHIEF, holds);
        assertThat(town.account(anne).available()).isEqualTo(before - 2_500);
        town.advance(Duration.ofSeconds(67));
        assertThat(town.account(anne).available()).as("told").isEqualTo(before);
        assertThat(town.status(town.pay(anne, bruno, before))).as("counted").isEqualTo(CREATED);
        assertThat(town.ledger.expireDue(CHIEF, 10)).isZero();
        assertThat(town.account(bruno).counters().creditsPending()).isZero();
        assertThat(town.ledger.history().audit(CHIEF).sound()).isTrue();
    }

    @Test
    void whatOneLedgerSawToBeOverIsOverForAnotherOneOfTheSameSdk() {
        TransferRequest hold = held(700, 60);
        Ledger other = Ledger.of(town.neo);
        town.advance(Duration.ofSeconds(61));
        assertThat(other.account(ANNE, anne).available()).isEqualTo(1_000);
        town.advance(Duration.ofMinutes(-1));
        assertThat(town.account(anne).available()).isEqualTo(1_000);
        assertThat(Ledger.of(town.neo).account(ANNE, anne).available()).isEqualTo(1_000);
        assertThat(town.status(TransferRequest.post(town.id(), hold.id()))).isEqualTo(PENDING_TRANSFER_EXPIRED);
    }

    @Test
    void aClockThatJumpedAheadIsWaitedFor() {
        TransferRequest hold = held(100, 60);
        Instant before = town.now();
        town.advance(Duration.ofDays(10));
        Instant first = at(town.pay(anne, bruno, 1));
        town.advance(Duration.ofDays(-10));
        Instant second = at(town.pay(anne, bruno, 1));
        assertThat(first).isEqualTo(before.plus(Duration.ofDays(10)));
        assertThat(second).isEqualTo(first.plusNanos(1_000));
        assertThat(town.status(TransferRequest.post(town.id(), hold.id()))).isEqualTo(PENDING_TRANSFER_EXPIRED);
        town.advance(Duration.ofDays(11));
        assertThat(at(town.pay(anne, bruno, 1))).isEqualTo(town.now());
    }

    private Instant at(TransferRequest request) {
        return Objects.requireNonNull(town.ledger.transfer(CHIEF, request).transfer())
                .at();
    }

    /** The ids of what expires could be computed from the holds once, and be used by whoever knew those. */
    @Test
    void whoTakesTheIdOfAnExpiryBeforehandStopsNobody() {
        TransferRequest hold = held(700, 60);
        Draft first = new Draft(town.pay(anne, bruno, 1));
        first.id = new TransferId(DerivedIds.of(hold.id().value(), "expiry", 0));
        town.ledger.transfer(ANNE, first.request());
        Draft failed = new Draft(town.pay(bruno, anne, 5_000));
        failed.id = new TransferId(DerivedIds.of(hold.id().value(), "expiry", 1));
        assertThat(town.status(failed.request())).isEqualTo(EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        town.advance(Duration.ofSeconds(61));
        assertThat(town.status(town.pay(anne, bruno, 999))).isEqualTo(CREATED);
        Account left = town.account(anne);
        assertThat(left.balance()).isZero();
        assertThat(left.counters().debitsPending()).isZero();
        assertThat(town.ledger.expireDue(CHIEF, 10)).isZero();
        assertThat(town.ledger.history().audit(CHIEF).sound()).isTrue();
        assertThat(town.ledger
                        .history()
                        .ofAccount(ANNE, anne, 100, Optional.empty())
                        .transfers())
                .filteredOn(transfer -> transfer.kind() == TransferKind.EXPIRY)
                .singleElement()
                .extracting(transfer -> transfer.id().value())
                .isNotIn(IntStream.range(0, 10)
                        .mapToObj(number -> DerivedIds.of(hold.id().value(), "expiry", number))
                        .toList());
    }
}
