package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.storage.Cursor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class HistoryTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);
    /** Without its history, so that balances are computed back from the present. */
    private final AccountId house = town.house(Side.CREDIT);

    private final LedgerHistory history = town.ledger.history();

    /** Each instant of a random run, with the counters that were read right then. */
    private Map<Instant, List<Counters>> run() {
        Map<Instant, List<Counters>> read = new TreeMap<>();
        List<AccountId> accounts = List.of(anne, bruno, house);
        List<TransferRequest> holds = new ArrayList<>();
        Random random = new Random(3);
        for (int step = 0; step < 120; step++) {
            town.advance(Duration.ofMillis(1_500));
            int from = random.nextInt(3);
            AccountId debit = accounts.get(from);
            AccountId credit = accounts.get((from + 1 + random.nextInt(2)) % 3);
            if (random.nextBoolean()) {
                town.status(town.pay(debit, credit, 1 + random.nextInt(200)));
            } else if (random.nextBoolean() || holds.isEmpty()) {
                TransferRequest hold =
                        town.hold(debit, credit, 1 + random.nextInt(200), new int[] {0, 7, 40}[random.nextInt(3)]);
                town.status(hold);
                holds.add(hold);
            } else {
                TransferRequest hold = holds.get(random.nextInt(holds.size()));
                town.status(
                        random.nextBoolean()
                                ? TransferRequest.post(town.id(), hold.id()).amount(1)
                                : TransferRequest.release(town.id(), hold.id()));
            }
            Instant read1 = town.now().plusMillis(700);
            town.advance(Duration.ofMillis(700));
            read.put(
                    read1,
                    accounts.stream().map(id -> town.account(id).counters()).toList());
        }
        return read;
    }

    @Test
    void aBalanceAtAPastInstantIsWhatWasReadThen() {
        Map<Instant, List<Counters>> read = run();
        assertThat(read).hasSize(120);
        read.forEach((at, counters) -> assertThat(List.of(
                        history.countersAt(ANNE, anne, at),
                        history.countersAt(BRUNO, bruno, at),
                        history.countersAt(CHIEF, house, at)))
                .as("counters at %s", at)
                .isEqualTo(counters));
        assertThat(history.countersAt(ANNE, anne, Instant.EPOCH)).isEqualTo(Counters.ZERO);
    }

    @Test
    void statementsFollowEachOtherWithoutAGapAndAddUp() {
        Instant begin = town.now();
        run();
        Instant middle = begin.plusSeconds(100);
        Instant end = town.now().plusSeconds(1);
        for (AccountId id : List.of(anne, bruno, house)) {
            Statement first = history.statement(CHIEF, id, begin, middle);
            Statement second = history.statement(CHIEF, id, middle, end);
            Statement whole = history.statement(CHIEF, id, begin, end);
            assertThat(second.opening()).isEqualTo(first.closing());
            assertThat(whole.closing()).isEqualTo(town.account(id).counters());
            assertThat(whole.lines())
                    .hasSize(first.lines().size() + second.lines().size());
            for (Statement statement : List.of(first, second, whole)) {
                long changes = statement.lines().stream()
                        .mapToLong(StatementLine::change)
                        .sum();
                assertThat(statement.openingBalance() + changes).isEqualTo(statement.closingBalance());
                assertThat(statement.lines())
                        .extracting(line -> line.transfer().at())
                        .isSorted()
                        .doesNotHaveDuplicates();
            }
        }
    }

    @Test
    void transfersAreFoundPageByPageByAccountPurposeAndSubject() {
        run();
        List<Transfer> byPage = new ArrayList<>();
        Optional<Cursor> next = Optional.empty();
        do {
            TransferPage page = history.ofAccount(ANNE, anne, 7, next);
            byPage.addAll(page.transfers());
            next = page.next();
        } while (next.isPresent());
        assertThat(byPage)
                .isEqualTo(
                        history.ofAccount(ANNE, anne, 1_000, Optional.empty()).transfers());
        assertThat(byPage)
                .hasSizeGreaterThan(40)
                .allMatch(transfer ->
                        transfer.debit().equals(anne) || transfer.credit().equals(anne));

        UUID room = new UUID(4, 4);
        TransferRequest request = town.pay(town.issue, anne, 5).about(room).code(99);
        town.ledger.transfer(CHIEF, request);
        assertThat(history.about(CLERK, room, 10, Optional.empty()).transfers())
                .extracting(Transfer::id)
                .containsExactly(request.id());
        assertThat(history.withCode(CLERK, 99, 10, Optional.empty()).transfers())
                .extracting(Transfer::id)
                .containsExactly(request.id());
        assertThat(history.transfer(ANNE, request.id()).reference()).isEqualTo(room);
    }

    @Test
    void aStatementMayHaveMoreLinesThanAPageOfTheStore() {
        List<TransferRequest> many = new ArrayList<>();
        for (int number = 0; number < 2_500; number++) {
            many.add(town.pay(town.issue, anne, 1));
        }
        town.ledger.submit(CHIEF, many);
        Statement statement =
                history.statement(ANNE, anne, Instant.EPOCH, town.now().plusSeconds(60));
        assertThat(statement.lines()).hasSize(2_501);
        assertThat(statement.closingBalance()).isEqualTo(3_500);
        assertThat(statement.lines().get(2_500).balance()).isEqualTo(3_500);
    }

    @Test
    void theTrialBalanceBalances() {
        run();
        TrialBalance trial = history.trialBalance(CHIEF);
        assertThat(trial.balances()).isTrue();
        assertThat(trial.differences()).hasSize(1);
        assertThat(trial.lines()).extracting(TrialLine::code).containsExactly(1, 2, 100);
        assertThat(trial.lines()).extracting(TrialLine::accounts).containsExactly(1L, 1L, 2L);
    }

    @Test
    void nobodySeesTheTransfersOfOthers() {
        TransferRequest request = town.pay(town.issue, anne, 5);
        town.ledger.transfer(CHIEF, request);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> history.transfer(BRUNO, request.id())))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        NotFoundException.class, () -> history.statement(BRUNO, anne, Instant.EPOCH, town.now())))
                .isNotNull();
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> history.trialBalance(ANNE)))
                .isNotNull();
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> history.accountsOf(BRUNO, ANNE.party())))
                .isNotNull();
        assertThat(history.accountsOf(ANNE, ANNE.party())).hasSize(1);
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> history.ofAccount(ANNE, anne, 7, Optional.of(new Cursor("x"))))
                        .code())
                .isEqualTo("storage.cursor.invalid");
    }

    @Test
    void theEventOfAnAccountTellsAllOfItsTerms() {
        UUID shop = new UUID(6, 6);
        AccountId id = town.open(
                AccountTerms.house(Town.AXO, 30, Side.DEBIT)
                        .with(AccountFlag.HISTORY, AccountFlag.NO_CREDIT_OVER_DEBIT)
                        .about(shop, -5),
                Limits.NONE.withMax(70));
        AccountOpened opened = town.neo.journal().history(CHIEF, LedgerEvents.aggregate(id), 0, 10).stream()
                .map(event -> town.neo.journal().payload(event, LedgerEvents.ACCOUNT_OPENED))
                .findFirst()
                .orElseThrow();
        assertThat(opened)
                .isEqualTo(new AccountOpened(
                        "AXO",
                        2,
                        30,
                        Side.DEBIT,
                        null,
                        List.of(AccountFlag.NO_CREDIT_OVER_DEBIT, AccountFlag.HISTORY),
                        shop,
                        -5,
                        Limits.NONE.withMax(70)));
    }
}
