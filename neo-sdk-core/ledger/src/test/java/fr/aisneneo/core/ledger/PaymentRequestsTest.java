package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentRequest;
import fr.aisneneo.core.ledger.local.PaymentRequests;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaymentRequestsTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 100);
    private final AccountId bruno = town.member(BRUNO);
    private final PaymentRequests requests = PaymentRequests.of(town.neo, town.ledger);

    /** Bruno asks Anne. */
    private PaymentRequest asked(long amount) {
        PaymentRequest request = new PaymentRequest(
                town.neo.ids().next(),
                bruno,
                anne,
                amount,
                Town.BREAD,
                null,
                town.now().plus(Duration.ofDays(7)),
                PaymentRequest.State.OPEN,
                null);
        return requests.ask(BRUNO, request);
    }

    @Test
    void whoIsAskedPaysOnce() {
        PaymentRequest request = asked(60);
        assertThat(requests.ask(BRUNO, request)).isEqualTo(request);
        assertThat(requests.waitingFor(ANNE, anne)).containsExactly(request);
        assertThat(requests.pay(ANNE, request.id()).status()).isEqualTo(TransferStatus.CREATED);
        assertThat(requests.pay(ANNE, request.id()).status()).isEqualTo(TransferStatus.EXISTS);
        assertThat(town.balance(bruno)).isEqualTo(60);
        assertThat(requests.waitingFor(ANNE, anne)).isEmpty();
    }

    @Test
    void whatCannotBePaidTodayMayBePaidTomorrow() {
        PaymentRequest request = asked(160);
        assertThat(catchThrowableOfType(RefusedException.class, () -> requests.pay(ANNE, request.id()))
                        .errorCode())
                .isEqualTo(TransferStatus.EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        town.give(anne, 100);
        assertThat(requests.pay(ANNE, request.id()).status()).isEqualTo(TransferStatus.CREATED);
    }

    @Test
    void whatWasDeclinedWithdrawnOrIsOverIsNotPaid() {
        PaymentRequest declined = asked(10);
        requests.decline(ANNE, declined.id());
        PaymentRequest withdrawn = asked(10);
        requests.withdraw(BRUNO, withdrawn.id());
        PaymentRequest over = asked(10);
        town.advance(Duration.ofDays(7));
        for (PaymentRequest request : new PaymentRequest[] {declined, withdrawn, over}) {
            assertThat(catchThrowableOfType(RefusedException.class, () -> requests.pay(ANNE, request.id()))
                            .errorCode())
                    .isEqualTo(LocalError.REQUEST_ANSWERED);
        }
        assertThat(requests.waitingFor(ANNE, anne)).isEmpty();
        assertThat(town.balance(bruno)).isZero();
    }

    @Test
    void nobodyAnswersForSomebodyElse() {
        PaymentRequest request = asked(10);
        for (Runnable attempt : new Runnable[] {
            () -> requests.pay(BRUNO, request.id()),
            () -> requests.decline(BRUNO, request.id()),
            () -> requests.withdraw(ANNE, request.id()),
            () -> requests.waitingFor(BRUNO, anne)
        }) {
            assertThat(catchThrowableOfType(NotFoundException.class, attempt::run))
                    .isNotNull();
        }
    }
}
