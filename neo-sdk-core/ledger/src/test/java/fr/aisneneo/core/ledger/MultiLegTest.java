package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Leg;
import fr.aisneneo.core.ledger.book.MultiLegTransfer;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferRequest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class MultiLegTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 60);
    private final AccountId bruno = town.member(BRUNO, 40);
    private final AccountId farm = town.house(Side.CREDIT);
    private final AccountId hub = town.house(Side.CREDIT);

    private MultiLegTransfer of(List<Leg> debits, List<Leg> credits) {
        return new MultiLegTransfer(town.id(), debits, credits, 5);
    }

    @Test
    void severalPaySeveralAtOnceAndOnce() {
        MultiLegTransfer bill =
                of(List.of(new Leg(anne, 60), new Leg(bruno, 40)), List.of(new Leg(farm, 70), new Leg(hub, 30)));
        assertThat(town.ledger.transfer(CHIEF, bill))
                .extracting(result -> result.transfer().amount())
                .containsExactly(60L, 10L, 30L);
        assertThat(town.ledger.transfer(CHIEF, bill))
                .extracting(TransferResult::status)
                .containsExactly(EXISTS, EXISTS, EXISTS);
        assertThat(town.balance(farm)).isEqualTo(70);
        assertThat(town.balance(hub)).isEqualTo(30);
        assertThat(town.ledger
                        .history()
                        .about(CHIEF, bill.id().value(), 10, Optional.empty())
                        .transfers())
                .extracting(Transfer::amount)
                .containsExactlyInAnyOrder(60L, 10L, 30L);
    }

    @Test
    void ifOneCannotPayNobodyDoes() {
        MultiLegTransfer bill = of(List.of(new Leg(anne, 50), new Leg(bruno, 41)), List.of(new Leg(farm, 91)));
        assertThat(catchThrowableOfType(RefusedException.class, () -> town.ledger.transfer(CHIEF, bill))
                        .errorCode())
                .isEqualTo(EXCEEDS_DEBIT_ACCOUNT_LIMIT);
        assertThat(town.balance(anne)).isEqualTo(60);
        assertThat(town.balance(farm)).isZero();
    }

    @Test
    void legsThatDoNotAddUpAreRefused() {
        MultiLegTransfer bill = of(List.of(new Leg(anne, 50)), List.of(new Leg(farm, 49)));
        assertThat(catchThrowableOfType(InvalidInputException.class, () -> town.ledger.transfer(CHIEF, bill))
                        .errorCode())
                .isEqualTo(LedgerError.LEGS_UNBALANCED);
    }

    @Test
    void aBillThatBeginsLikeAnotherOneUnderItsIdIsNotTakenForDone() {
        MultiLegTransfer bill = of(List.of(new Leg(anne, 20)), List.of(new Leg(farm, 20)));
        town.ledger.transfer(CHIEF, bill);
        MultiLegTransfer other = new MultiLegTransfer(
                bill.id(),
                List.of(new Leg(anne, 20), new Leg(bruno, 40)),
                List.of(new Leg(farm, 20), new Leg(hub, 40)),
                5);
        assertThat(catchThrowableOfType(ConflictException.class, () -> town.ledger.transfer(CHIEF, other))
                        .errorCode())
                .isEqualTo(EXISTS_WITH_DIFFERENT_NUMBER);
        assertThat(town.balance(hub)).isZero();
    }

    @Test
    void aBillThatIsABeginningOfAnotherOneUnderItsIdIsNotTakenForDone() {
        MultiLegTransfer bill = of(
                List.of(new Leg(anne, 20), new Leg(bruno, 30), new Leg(anne, 10)),
                List.of(new Leg(farm, 20), new Leg(hub, 30), new Leg(farm, 10)));
        town.ledger.transfer(CHIEF, bill);
        for (int legs = 1; legs < 3; legs++) {
            MultiLegTransfer other = new MultiLegTransfer(
                    bill.id(), bill.debits().subList(0, legs), bill.credits().subList(0, legs), 5);
            assertThat(catchThrowableOfType(ConflictException.class, () -> town.ledger.transfer(CHIEF, other))
                            .errorCode())
                    .isEqualTo(EXISTS_WITH_DIFFERENT_NUMBER);
        }
        // The same pairs, from other legs.
        MultiLegTransfer split = new MultiLegTransfer(
                bill.id(),
                List.of(new Leg(anne, 20), new Leg(bruno, 15), new Leg(bruno, 15), new Leg(anne, 10)),
                List.of(new Leg(farm, 20), new Leg(hub, 30), new Leg(farm, 10)),
                5);
        assertThat(catchThrowableOfType(ConflictException.class, () -> town.ledger.transfer(CHIEF, split)))
                .isNotNull();
        assertThat(town.ledger.transfer(CHIEF, bill))
                .extracting(TransferResult::status)
                .containsOnly(EXISTS);
        assertThat(town.balance(hub)).isEqualTo(30);
    }

    @Test
    void aChainOfWhatWasDoneAndWhatWasNotIsNotTakenForDone() {
        TransferRequest done = town.pay(anne, farm, 20);
        town.ledger.transfer(CHIEF, done);
        TransferRequest fresh = town.pay(bruno, hub, 1);
        for (List<TransferRequest> chain : List.of(List.of(done, fresh), List.of(fresh, done))) {
            assertThat(catchThrowableOfType(ConflictException.class, () -> town.ledger.chain(CHIEF, chain)))
                    .isNotNull();
        }
        assertThat(town.ledger.chain(CHIEF, List.of(done)))
                .extracting(TransferResult::status)
                .containsExactly(EXISTS);
        assertThat(town.balance(hub)).isZero();
    }
}
