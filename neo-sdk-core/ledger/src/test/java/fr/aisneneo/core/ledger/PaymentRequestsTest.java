package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentRequest;
import fr.aisneneo.core.ledger.local.PaymentRequest.State;
import fr.aisneneo.core.ledger.local.PaymentRequestPage;
import fr.aisneneo.core.ledger.local.PaymentRequests;
import fr.aisneneo.core.storage.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaymentRequestsTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 100);
    private final AccountId bruno = town.member(BRUNO);
    private final PaymentRequests requests = PaymentRequests.of(town.neo, town.ledger);

    private PaymentRequest draft(AccountId payer, long amount) {
        return new PaymentRequest(
                town.neo.ids().next(),
                bruno,
                payer,
                amount,
                Town.BREAD,
                null,
                town.now().plus(Duration.ofDays(7)),
                State.OPEN,
                null);
    }

    private List<PaymentRequest> waiting() {
        return requests.waitingFor(ANNE, anne, 1_000, Optional.empty()).requests();
    }

    /** Bruno asks Anne. */
    private PaymentRequest asked(long amount) {
        return requests.ask(BRUNO, draft(anne, amount));
    }

    @Test
    void whoIsAskedPaysOnce() {
        PaymentRequest request = asked(60);
        assertThat(requests.ask(BRUNO, request)).isEqualTo(request);
        assertThat(waiting()).containsExactly(request);
        assertThat(requests.pay(ANNE, request.id()).status()).isEqualTo(TransferStatus.CREATED);
        assertThat(requests.pay(ANNE, request.id()).status()).isEqualTo(TransferStatus.EXISTS);
        assertThat(town.balance(bruno)).isEqualTo(60);
        assertThat(waiting()).isEmpty();
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
        assertThat(waiting()).isEmpty();
        assertThat(town.balance(bruno)).isZero();
    }

    /** The answer for what is somebody else's is the one for what is not there. */
    @Test
    void nobodyAnswersForSomebodyElseNorLearnsThatThereIsSomething() {
        PaymentRequest request = asked(10);
        Actor carla = Town.actor(40, Role.MEMBER);
        UUID none = UUID.randomUUID();
        for (UUID id : List.of(request.id(), none)) {
            for (Runnable attempt : new Runnable[] {
                () -> requests.pay(carla, id),
                () -> requests.decline(carla, id),
                () -> requests.withdraw(carla, id),
                () -> requests.request(carla, id)
            }) {
                NotFoundException refusal = catchThrowableOfType(NotFoundException.class, attempt::run);
                assertThat(refusal.errorCode()).isEqualTo(LocalError.REQUEST_UNKNOWN);
                assertThat(refusal.facts().toString()).contains(id.toString()).doesNotContain(anne.text());
            }
        }
        for (Runnable attempt : new Runnable[] {
            () -> requests.pay(BRUNO, request.id()),
            () -> requests.decline(BRUNO, request.id()),
            () -> requests.withdraw(ANNE, request.id())
        }) {
            assertThat(catchThrowableOfType(NotFoundException.class, attempt::run)
                            .errorCode())
                    .isEqualTo(LocalError.REQUEST_UNKNOWN);
        }
        for (AccountId account : List.of(anne, town.ledger.newAccountId())) {
            assertThat(catchThrowableOfType(
                                    NotFoundException.class,
                                    () -> requests.waitingFor(carla, account, 10, Optional.empty()))
                            .code())
                    .isEqualTo("ledger.account.unknown");
            assertThat(catchThrowableOfType(
                                    NotFoundException.class,
                                    () -> requests.askedBy(carla, account, 10, Optional.empty()))
                            .code())
                    .isEqualTo("ledger.account.unknown");
        }
        assertThat(requests.request(ANNE, request.id())).isEqualTo(request);
        assertThat(requests.request(BRUNO, request.id())).isEqualTo(request);
    }

    @Test
    void whoAsksDoesNotLearnWhetherThereIsSuchAPayer() {
        PaymentRequest nobody = draft(town.ledger.newAccountId(), 10);
        assertThat(requests.ask(BRUNO, nobody)).isEqualTo(nobody);
        assertThat(requests.askedBy(BRUNO, bruno, 10, Optional.empty()).requests())
                .containsExactly(nobody);
    }

    /** An accountant who may look at an account may neither ask nor answer for it. */
    @Test
    void whoMayOnlyLookNeitherAsksNorAnswers() {
        Actor accountant = Town.actor(41, Role.MEMBER);
        Policy policy = (actor, permission, owner) ->
                (actor.party().equals(accountant.party()) && permission.equals(LedgerPermissions.READ))
                        || Policy.standard().grants(actor, permission, owner);
        AtomicReference<Instant> clock = new AtomicReference<>(town.now());
        Neo neo = Neo.builder()
                .storage("memory:")
                .clock(clock::get)
                .policy(policy)
                .open();
        try (Town other = new Town(neo, clock)) {
            PaymentRequests all = PaymentRequests.of(neo, other.ledger);
            AccountId payee = other.member(BRUNO);
            AccountId payer = other.member(ANNE, 100);
            PaymentRequest request = new PaymentRequest(
                    UUID.randomUUID(),
                    payee,
                    payer,
                    10,
                    Town.BREAD,
                    null,
                    other.now().plusSeconds(60),
                    State.OPEN,
                    null);
            assertThat(catchThrowableOfType(ForbiddenException.class, () -> all.ask(accountant, request)))
                    .isNotNull();
            all.ask(BRUNO, request);
            for (Runnable attempt : new Runnable[] {
                () -> all.pay(accountant, request.id()),
                () -> all.decline(accountant, request.id()),
                () -> all.withdraw(accountant, request.id())
            }) {
                assertThat(catchThrowableOfType(ForbiddenException.class, attempt::run))
                        .isNotNull();
            }
            assertThat(all.request(accountant, request.id()).state()).isEqualTo(State.OPEN);
        }
    }

    @Test
    void nobodyIsFloodedByOneWhoAsks() {
        List<PaymentRequest> made = new ArrayList<>();
        for (int number = 0; number < PaymentRequests.MAX_OPEN_PER_PAYER; number++) {
            made.add(asked(1));
        }
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> asked(1));
        assertThat(refusal.errorCode()).isEqualTo(LocalError.REQUESTS_TOO_MANY);
        assertThat(refusal.facts()).containsEntry("limit", PaymentRequests.MAX_OPEN_PER_PAYER);
        assertThat(requests.ask(BRUNO, made.get(3))).as("asked before").isEqualTo(made.get(3));
        requests.decline(ANNE, made.get(0).id());
        asked(1);
        assertThat(catchThrowableOfType(RefusedException.class, () -> asked(1))).isNotNull();
        town.advance(Duration.ofDays(7));
        assertThat(asked(1).state()).as("the others are over").isEqualTo(State.OPEN);
    }

    @Tag("heavy")
    @Test
    void nobodyAsksWithoutEnd() {
        town.neo.atomically(() -> {
            for (int number = 0; number < PaymentRequests.MAX_OPEN; number++) {
                requests.ask(BRUNO, draft(new AccountId(new UUID(8, number / 10)), 1));
            }
        });
        RefusedException refusal = catchThrowableOfType(RefusedException.class, () -> asked(1));
        assertThat(refusal.errorCode()).isEqualTo(LocalError.REQUESTS_TOO_MANY);
        assertThat(refusal.facts()).containsEntry("limit", PaymentRequests.MAX_OPEN);
        AccountId other = town.member(BRUNO);
        PaymentRequest elsewhere = draft(anne, 1);
        assertThat(requests.ask(
                        BRUNO,
                        new PaymentRequest(
                                elsewhere.id(), other, anne, 1, 1, null, elsewhere.expires(), State.OPEN, null)))
                .as("another account of his")
                .isNotNull();
    }

    @Test
    void bothSidesLookUpTheirRequestsPageByPage() {
        List<PaymentRequest> made = new ArrayList<>();
        for (int number = 0; number < 7; number++) {
            made.add(asked(1 + number));
            town.advance(Duration.ofMinutes(1));
        }
        requests.decline(ANNE, made.get(2).id());
        List<Long> waiting = new ArrayList<>();
        List<Long> asked = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            PaymentRequestPage page = requests.waitingFor(ANNE, anne, 4, next);
            page.requests().forEach(request -> waiting.add(request.amount()));
            next = page.next();
        } while (next.isPresent());
        do {
            PaymentRequestPage page = requests.askedBy(BRUNO, bruno, 3, next);
            page.requests().forEach(request -> asked.add(request.amount()));
            next = page.next();
        } while (next.isPresent());
        assertThat(waiting).containsExactly(1L, 2L, 4L, 5L, 6L, 7L);
        assertThat(asked).containsExactly(7L, 6L, 5L, 4L, 3L, 2L, 1L);
        town.advance(Duration.ofDays(7));
        assertThat(waiting()).isEmpty();
        assertThat(requests.askedBy(BRUNO, bruno, 100, Optional.empty()).requests())
                .extracting(PaymentRequest::state)
                .containsOnly(State.EXPIRED, State.DECLINED)
                .hasSize(7);
        assertThat(requests.request(ANNE, made.get(0).id()).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void whoSaysNoOrTakesBackTwiceIsToldTheSame() {
        PaymentRequest declined = asked(10);
        assertThat(requests.decline(ANNE, declined.id()))
                .isEqualTo(requests.decline(ANNE, declined.id()))
                .extracting(PaymentRequest::state)
                .isEqualTo(State.DECLINED);
        PaymentRequest withdrawn = asked(10);
        assertThat(requests.withdraw(BRUNO, withdrawn.id())).isEqualTo(requests.withdraw(BRUNO, withdrawn.id()));
        PaymentRequest over = asked(10);
        town.advance(Duration.ofDays(7));
        for (Runnable attempt : new Runnable[] {
            () -> requests.withdraw(BRUNO, declined.id()),
            () -> requests.decline(ANNE, withdrawn.id()),
            () -> requests.decline(ANNE, over.id()),
            () -> requests.withdraw(BRUNO, over.id())
        }) {
            assertThat(catchThrowableOfType(RefusedException.class, attempt::run)
                            .errorCode())
                    .isEqualTo(LocalError.REQUEST_ANSWERED);
        }
    }

    @Test
    void whatMakesNoSenseIsNotAsked() {
        PaymentRequest good = draft(anne, 10);
        Instant week = good.expires();
        UUID id = good.id();
        for (PaymentRequest bad : new PaymentRequest[] {
            new PaymentRequest(id, bruno, anne, 0, 7, null, week, State.OPEN, null),
            new PaymentRequest(id, bruno, anne, 1, 0, null, week, State.OPEN, null),
            new PaymentRequest(id, bruno, anne, 1, 65_536, null, week, State.OPEN, null),
            new PaymentRequest(id, bruno, bruno, 1, 7, null, week, State.OPEN, null),
            new PaymentRequest(id, bruno, anne, 1, 7, null, week, State.PAID, null),
            new PaymentRequest(id, bruno, anne, 1, 7, null, week, State.OPEN, town.id()),
            new PaymentRequest(id, bruno, anne, 1, 7, null, town.now(), State.OPEN, null),
            new PaymentRequest(id, bruno, anne, 1, 7, null, week.plus(PaymentRequests.LONGEST), State.OPEN, null),
            new PaymentRequest(id, bruno, anne, 1, 7, null, Instant.MAX, State.OPEN, null)
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, () -> requests.ask(BRUNO, bad)))
                    .as(bad.toString())
                    .isNotNull();
        }
        requests.ask(BRUNO, good);
        assertThat(catchThrowableOfType(
                        ConflictException.class,
                        () -> requests.ask(
                                BRUNO,
                                new PaymentRequest(id, bruno, anne, 11, Town.BREAD, null, week, State.OPEN, null))))
                .isNotNull();
    }
}
