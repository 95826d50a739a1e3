package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

class TransferStatusTest {
    @RegisterExtension
    private final Town town = new Town();

    private final Causes causes = new Causes(town);

    private TransferStatus of(Causes.Row row, boolean cause, boolean later) {
        Draft draft = new Draft(row.base().get());
        if (later) {
            row.later().accept(draft);
        }
        if (cause) {
            row.cause().accept(draft);
        }
        return town.status(draft.request());
    }

    @TestFactory
    List<DynamicTest> eachCauseAloneGivesItsStatus() {
        return causes.rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(), () -> assertThat(of(row, true, false)).isEqualTo(row.status())))
                .toList();
    }

    @TestFactory
    List<DynamicTest> withoutEitherCauseTheRequestIsDone() {
        return causes.rows().stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.toString(),
                        () -> assertThat(of(row, false, false).done()).isTrue()))
                .toList();
    }

    @TestFactory
    List<DynamicTest> ofTwoCausesTheFirstInTheOrderOfTheConstantsIsTold() {
        return causes.rows().stream()
                .map(row -> DynamicTest.dynamicTest(row.toString(), () -> {
                    assertThat(row.status()).isLessThan(row.laterStatus());
                    assertThat(of(row, false, true))
                            .as("the later cause is there")
                            .isEqualTo(row.laterStatus());
                    assertThat(of(row, true, true)).isEqualTo(row.status());
                }))
                .toList();
    }

    @Test
    void everyStatusIsProvokedAndHasItsPlace() {
        Set<TransferStatus> seen = EnumSet.of(CREATED, LINKED_EVENT_FAILED, LINKED_EVENT_CHAIN_OPEN);
        causes.rows().forEach(row -> {
            seen.add(row.status());
            seen.add(row.laterStatus());
        });
        assertThat(EnumSet.complementOf(EnumSet.copyOf(seen))).isEmpty();
    }

    @Test
    void aCauseThatMayPassIsRememberedAndAnyOtherIsNot() {
        for (Causes.Row row : causes.rows()) {
            Draft draft = new Draft(row.base().get());
            row.cause().accept(draft);
            if (row.status().compareTo(ID_ALREADY_FAILED) <= 0) {
                continue;
            }
            TransferRequest request = draft.request();
            assertThat(town.status(request)).isEqualTo(row.status());
            assertThat(town.status(request))
                    .as("%s again", row.status())
                    .isEqualTo(row.status().passing() ? ID_ALREADY_FAILED : row.status());
        }
    }

    @Test
    void inAChainTheOneThatFailsSaysWhyAndTheOthersThatOneFailed() {
        AccountId house = town.house(Side.CREDIT);
        AccountId empty = town.member(ANNE);
        TransferRequest first = town.pay(town.issue, house, 10);
        TransferRequest second = town.pay(empty, house, 10);
        TransferRequest third = town.pay(town.issue, house, 0);
        assertThat(town.statuses(first.linked(), second.linked(), third))
                .containsExactly(LINKED_EVENT_FAILED, EXCEEDS_DEBIT_ACCOUNT_LIMIT, LINKED_EVENT_FAILED);
        assertThat(town.balance(house)).isZero();
        assertThat(town.statuses(first.linked(), second.linked(), third))
                .as("the failed id stays failed, and so does the chain")
                .containsExactly(LINKED_EVENT_FAILED, ID_ALREADY_FAILED, LINKED_EVENT_FAILED);
    }

    @Test
    void aChainThatTheBatchLeavesOpenIsNotDoneWhateverIsInIt() {
        AccountId house = town.house(Side.CREDIT);
        TransferRequest alone = town.pay(town.issue, house, 10);
        assertThat(town.statuses(
                        alone,
                        town.pay(town.issue, house, 0).linked(),
                        town.pay(town.issue, house, 10).linked()))
                .containsExactly(CREATED, LINKED_EVENT_FAILED, LINKED_EVENT_CHAIN_OPEN);
        assertThat(town.balance(house)).isEqualTo(10);
    }
}
