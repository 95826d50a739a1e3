package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.internal.OwnIds;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.tck.process.Crowd;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What many callers at once must find true on every engine. */
@Tag("heavy")
abstract class LedgerContract {
    private static final int CALLERS = 6;
    private static final int EACH = 40;

    private Town town;

    /** A town on the engine; another test may have left other accounts there. */
    abstract Town open() throws Exception;

    @BeforeEach
    void begin() throws Exception {
        town = open();
    }

    /** Whatever a test did, it adds up. */
    @AfterEach
    void end() {
        try {
            assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
            assertThat(town.ledger.history().trialBalance(CHIEF).balances()).isTrue();
        } finally {
            town.close();
        }
    }

    /** Everybody pays everybody on few accounts, and sends each request of others once more. */
    @Test
    void moneyIsNeitherMadeNorLostAndNothingIsDoneTwice() throws Exception {
        long issued = town.balance(town.issue);
        List<AccountId> accounts = new ArrayList<>();
        for (int number = 0; number < 4; number++) {
            accounts.add(town.member(ANNE, 300));
        }
        List<TransferRequest> requests = new ArrayList<>();
        Random random = new Random(7);
        for (int number = 0; number < CALLERS * EACH / 2; number++) {
            int from = random.nextInt(4);
            int to = (from + 1 + random.nextInt(3)) % 4;
            requests.add(town.pay(accounts.get(from), accounts.get(to), 1 + random.nextInt(90)));
        }
        List<Map<TransferId, TransferStatus>> answers = Crowd.together(CALLERS, caller -> paying(requests, caller));

        Map<TransferId, Integer> created = new HashMap<>();
        for (Map<TransferId, TransferStatus> answer : answers) {
            answer.forEach((id, status) -> {
                assertThat(status).isIn(CREATED, EXISTS, EXCEEDS_DEBIT_ACCOUNT_LIMIT, ID_ALREADY_FAILED);
                created.merge(id, status == CREATED ? 1 : 0, Integer::sum);
            });
        }
        Map<AccountId, Long> expected = new HashMap<>();
        accounts.forEach(account -> expected.put(account, 300L));
        for (TransferRequest request : requests) {
            assertThat(created.get(request.id())).isLessThanOrEqualTo(1);
            if (created.get(request.id()) == 1) {
                expected.merge(request.debit(), -request.amount(), Long::sum);
                expected.merge(request.credit(), request.amount(), Long::sum);
            }
            boolean known = town.status(request) == EXISTS;
            assertThat(known)
                    .as("what was acknowledged is there, and nothing else")
                    .isEqualTo(created.get(request.id()) == 1);
        }
        expected.forEach((account, balance) ->
                assertThat(town.balance(account)).isEqualTo(balance).isNotNegative());
        assertThat(town.balance(town.issue)).isEqualTo(issued - 1_200);
    }

    /** Two callers have the same requests, each in an order of its own. */
    private Callable<Map<TransferId, TransferStatus>> paying(List<TransferRequest> requests, int caller) {
        int share = caller / 2;
        int size = requests.size() / (CALLERS / 2);
        List<TransferRequest> mine = new ArrayList<>(requests.subList(share * size, (share + 1) * size));
        Collections.shuffle(mine, new Random(caller));
        return () -> {
            Map<TransferId, TransferStatus> answers = new HashMap<>();
            mine.forEach(request -> answers.put(request.id(), town.status(request)));
            return answers;
        };
    }

    /** Some post, some void, and the time runs out: each hold ends in one way. */
    @Test
    void aHoldIsPostedVoidedOrExpiredAndOnlyOneOfThem() throws Exception {
        AccountId from = town.open(AccountTerms.house(Town.AXO, 2, Side.CREDIT), Limits.NONE);
        AccountId to = town.open(AccountTerms.house(Town.AXO, 2, Side.CREDIT), Limits.NONE);
        List<TransferRequest> holds = new ArrayList<>();
        for (int number = 0; number < 30; number++) {
            holds.add(town.hold(from, to, 10, 5));
        }
        town.ledger.submit(CHIEF, holds);
        List<Integer> posted = Crowd.together(4, caller -> () -> {
            int count = 0;
            List<TransferRequest> mine = new ArrayList<>(holds);
            Collections.shuffle(mine, new Random(caller));
            for (TransferRequest hold : mine) {
                TransferRequest end = caller % 2 == 0
                        ? TransferRequest.post(town.id(), hold.id())
                        : TransferRequest.release(town.id(), hold.id());
                TransferStatus status = town.status(end);
                assertThat(status)
                        .isIn(
                                CREATED,
                                PENDING_TRANSFER_ALREADY_POSTED,
                                PENDING_TRANSFER_ALREADY_VOIDED,
                                PENDING_TRANSFER_EXPIRED);
                count += caller % 2 == 0 && status == CREATED ? 1 : 0;
                if (caller == 3) {
                    town.advance(Duration.ofMillis(300));
                    town.ledger.expireDue(CHIEF, 3);
                }
            }
            return count;
        });
        int all = posted.stream().mapToInt(Integer::intValue).sum();
        assertThat(town.balance(to)).isEqualTo(10L * all);
        assertThat(town.account(to).counters().creditsPending()).isZero();
        assertThat(town.account(from).counters().debitsPending()).isZero();
    }

    /** Nobody had an id of the ledger's own in this tenant before: one secret is made, whoever comes first. */
    @Test
    void whoeverAsksFirstTheLedgersOwnIdsAreTheSame() throws Exception {
        for (int round = 0; round < 10; round++) {
            TenantId tenant = new TenantId("new-" + town.neo.ids().next());
            List<UUID> ids = Crowd.together(
                    CALLERS,
                    caller -> () -> town.neo.atomically(
                            () -> new OwnIds(town.neo.store()).of(tenant, new UUID(1, 2), "test", caller % 2)));
            assertThat(ids.stream().distinct()).hasSize(2);
        }
    }

    /** Some open accounts that can go below zero, and one backs their currency: never both. */
    @Test
    void aCurrencyIsBackedOrHasAccountsThatCanGoBelowZero() throws Exception {
        for (int round = 0; round < 10; round++) {
            long number = town.neo.ids().next().getLeastSignificantBits() & 0xFFF_FFFFL;
            Currency currency = new Currency("Z0" + Long.toString(number, 36).toUpperCase(Locale.ROOT), 2);
            AccountTerms house = AccountTerms.house(currency, 2, Side.DEBIT);
            AccountId issue = town.open(house, Limits.NONE);
            AccountId reserve = town.open(AccountTerms.house(Currency.EUR, 2, Side.DEBIT), Limits.NONE);
            int backing = round % 3;
            List<Boolean> refused = Crowd.together(
                    3,
                    caller -> () -> refused(() -> {
                        if (caller == backing) {
                            town.ledger.back(CHIEF, issue, reserve, 1, 1);
                        } else {
                            town.open(house, Limits.NONE);
                        }
                    }));
            boolean backed =
                    town.ledger.currencies().currency(CHIEF, currency.code()).backed();
            for (int caller = 0; caller < 3; caller++) {
                assertThat(refused.get(caller)).isEqualTo((caller == backing) != backed);
            }
        }
    }

    private static boolean refused(Runnable command) {
        try {
            command.run();
            return false;
        } catch (RefusedException e) {
            assertThat(e.errorCode()).isIn(LedgerError.CURRENCY_BACKED, LedgerError.BACKING_OVERDRAWN);
            return true;
        }
    }

    @Test
    void whoeverComesFirstOneCurrencyIsRegistered() throws Exception {
        for (int round = 0; round < 5; round++) {
            TenantId tenant = new TenantId("new-" + town.neo.ids().next());
            Actor chief = Actor.of(CHIEF.party(), tenant, Role.ADMINISTRATOR);
            Crowd.together(
                    CALLERS,
                    caller -> () -> town.ledger.openAccount(
                            chief,
                            town.ledger.newAccountId(),
                            AccountTerms.house(Town.AXO, 2, Side.CREDIT),
                            caller % 2 == 0 ? Limits.NONE : Limits.NEVER_OVERDRAWN));
            assertThat(town.ledger.currencies().all(chief)).hasSize(1);
        }
    }

    @Test
    void aBatchOnManyAccountsIsDoneAsAWhole() {
        List<AccountId> accounts = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            AccountId account = new AccountId(new UUID(77, number));
            town.ledger.openAccount(CHIEF, account, AccountTerms.house(Town.AXO, 2, Side.CREDIT), Limits.NONE);
            accounts.add(account);
        }
        List<TransferRequest> batch = new ArrayList<>();
        for (int number = 0; number < 400; number++) {
            batch.add(town.pay(accounts.get(number % 50), accounts.get((number * 7 + 1) % 50), 1));
        }
        assertThat(town.ledger.submit(CHIEF, batch).stream().filter(result -> result.status() == CREATED))
                .hasSize((int) batch.stream()
                        .filter(request -> !request.debit().equals(request.credit()))
                        .count());
        assertThat(town.ledger.submit(CHIEF, batch).stream().filter(result -> result.status() == CREATED))
                .isEmpty();
        assertThat(accounts.stream().mapToLong(town::balance).sum()).isZero();
    }
}
