package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PayingTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);

    @Test
    void whatOneLosesTheOtherGets() {
        TransferResult result = town.ledger.transfer(ANNE, town.pay(anne, bruno, 450));
        assertThat(result.status()).isEqualTo(TransferStatus.CREATED);
        assertThat(town.balance(anne)).isEqualTo(550);
        assertThat(town.balance(bruno)).isEqualTo(450);
        assertThat(town.balance(town.issue)).isEqualTo(-1_000);
    }

    @Test
    void theReplyTellsThePayersBalanceAndNotThePayees() {
        TransferResult result = town.ledger.transfer(ANNE, town.pay(anne, bruno, 450));
        assertThat(result.debitAfter()).isEqualTo(new Counters(0, 450, 0, 1_000));
        assertThat(result.creditAfter()).isNull();
        assertThat(town.ledger.transfer(CHIEF, town.pay(anne, bruno, 50)).creditAfter())
                .isEqualTo(new Counters(0, 0, 0, 500));
    }

    @Test
    void theSameRequestAgainGivesTheFirstAnswer() {
        TransferRequest request = town.pay(anne, bruno, 450);
        TransferResult first = town.ledger.transfer(ANNE, request);
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 100));
        TransferResult second = town.ledger.transfer(ANNE, request);
        assertThat(second.status()).isEqualTo(TransferStatus.EXISTS);
        assertThat(second.transfer()).isEqualTo(first.transfer());
        assertThat(second.debitAfter()).isEqualTo(first.debitAfter());
        assertThat(town.balance(anne)).isEqualTo(450);
    }

    @Test
    void thePaymentIsToldByAnEventThatAReceiptCanBeMadeFor() {
        TransferRequest request = town.pay(anne, bruno, 450);
        TransferResult result = town.ledger.transfer(ANNE, request);
        assertThat(town.neo
                        .journal()
                        .find(CHIEF, Objects.requireNonNull(result.transfer()).event()))
                .hasValueSatisfying(event -> {
                    assertThat(event.actor()).isEqualTo(ANNE.party());
                    assertThat(town.neo
                                    .journal()
                                    .payload(event, LedgerEvents.TRANSFERS_MADE)
                                    .transfers())
                            .containsExactly(request.id());
                });
    }

    @Test
    void nobodyPaysWithSomebodyElsesMoney() {
        assertThat(catchThrowableOfType(
                        ForbiddenException.class, () -> town.ledger.transfer(BRUNO, town.pay(anne, bruno, 1))))
                .isNotNull();
        assertThat(town.balance(anne)).isEqualTo(1_000);
    }

    /** Bruno sends a hold of his own under the id of Anne's, and posts that. */
    @Test
    void nobodySettlesSomebodyElsesHoldByPretendingThatItIsHisOwn() {
        TransferRequest hers = town.hold(anne, town.house(Side.CREDIT), 100, 0);
        town.ledger.transfer(ANNE, hers);
        Draft his = new Draft(town.hold(bruno, anne, 1, 0));
        his.id = hers.id();
        his.credit = bruno;
        his.debit = bruno;
        List<TransferRequest> batch = List.of(his.request(), TransferRequest.post(town.id(), hers.id()));
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> town.ledger.submit(BRUNO, batch)))
                .isNotNull();
        assertThat(town.account(anne).counters().debitsPending()).isEqualTo(100);
    }

    /** A second hold under the id of the first is for Bruno himself; whichever is done, he does not settle Anne's. */
    @Test
    void nobodySettlesWhatIsForSomebodyElseByASecondRequestUnderTheSameId() {
        town.give(bruno, 100);
        AccountId own = town.member(BRUNO);
        TransferRequest forAnne = town.hold(bruno, anne, 100, 0);
        Draft draft = new Draft(forAnne);
        draft.credit = own;
        TransferRequest forHimself = draft.request();
        TransferRequest release = TransferRequest.release(town.id(), forAnne.id());
        TransferRequest failing = town.pay(own, bruno, 1);
        for (List<TransferRequest> batch : List.of(
                List.of(forAnne, forHimself, release),
                // The first is taken back with its chain, so that the second is done.
                List.of(forHimself.linked(), failing, forAnne, release))) {
            assertThat(catchThrowableOfType(ForbiddenException.class, () -> town.ledger.submit(BRUNO, batch)))
                    .isNotNull();
        }
        assertThat(town.ledger.submit(BRUNO, List.of(forHimself, release)))
                .extracting(TransferResult::status)
                .containsExactly(TransferStatus.CREATED, TransferStatus.CREATED);
    }

    @Test
    void nobodySeesSomebodyElsesAccount() {
        assertThat(catchThrowableOfType(NotFoundException.class, () -> town.ledger.account(BRUNO, anne))
                        .code())
                .isEqualTo("ledger.account.unknown");
        assertThat(town.ledger.account(ANNE, anne).balance()).isEqualTo(1_000);
    }

    @Test
    void whatIsNotThereCannotBePaidAndStaysUnpaid() {
        TransferRequest request = town.pay(anne, bruno, 1_001);
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> town.ledger.transfer(ANNE, request));
        assertThat(refusal.errorCode()).isEqualTo(TransferStatus.EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        town.give(anne, 5_000);
        assertThat(town.status(request)).isEqualTo(TransferStatus.ID_ALREADY_FAILED);
    }

    @Test
    void aPaymentIsPartOfALargerTransactionOrOfNone() {
        TransferRequest request = town.pay(anne, bruno, 450);
        assertThat(catchThrowableOfType(
                        IllegalStateException.class,
                        () -> town.neo.atomically(() -> {
                            town.ledger.transfer(ANNE, request);
                            throw new IllegalStateException("the room is taken");
                        })))
                .isNotNull();
        assertThat(town.balance(anne)).isEqualTo(1_000);
        assertThat(town.status(request)).isEqualTo(TransferStatus.CREATED);
    }
}
