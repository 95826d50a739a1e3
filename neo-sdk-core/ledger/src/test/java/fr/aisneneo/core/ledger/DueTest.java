package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.book.TransferStatus.CREATED;
import static fr.aisneneo.core.ledger.book.TransferStatus.EXCEEDS_RESERVE;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is due is released before anything else happens, however much it is, and wherever it counts. */
class DueTest {
    private static final int MANY = 2_500;

    @RegisterExtension
    final Town town = new Town();

    private long mostInOneEvent() {
        long most = 0;
        long after = 0;
        List<Event> page = town.neo.journal().read(CHIEF, after, 500);
        while (!page.isEmpty()) {
            for (Event event : page) {
                after = event.position();
                if (event.type().equals(LedgerEvents.TRANSFERS_MADE.name())) {
                    most = Math.max(
                            most,
                            town.neo
                                    .journal()
                                    .payload(event, LedgerEvents.TRANSFERS_MADE)
                                    .transfers()
                                    .size());
                }
            }
            page = town.neo.journal().read(CHIEF, after, 500);
        }
        return most;
    }

    /** Else a member could stop everybody from paying a shop, by what no transaction can release at once. */
    @Test
    void manySmallHoldsThatAreDueAreReleasedInSeveralTransactionsBeforeAPayment() {
        AccountId annes = town.member(ANNE, MANY);
        AccountId brunos = town.member(BRUNO, 10);
        AccountId shop = town.member(ANNE);
        for (int from = 0; from < MANY; from += 500) {
            List<TransferRequest> holds = new ArrayList<>();
            for (int number = 0; number < 500; number++) {
                holds.add(town.hold(annes, shop, 1, 3_600));
            }
            town.ledger.submit(ANNE, holds);
        }
        town.advance(Duration.ofHours(2));

        assertThat(town.ledger.transfer(BRUNO, town.pay(brunos, shop, 7)).status())
                .isEqualTo(CREATED);

        assertThat(town.balance(shop)).isEqualTo(7);
        assertThat(town.account(shop).counters().creditsPending()).isZero();
        assertThat(town.account(annes).available()).isEqualTo(MANY);
        assertThat(mostInOneEvent()).isLessThanOrEqualTo(1_000);
        assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
    }

    @Test
    void insideATransactionThatIsOpenAllThatIsDueIsReleasedAtOnce() {
        AccountId annes = town.member(ANNE, MANY);
        AccountId brunos = town.member(BRUNO, 10);
        AccountId shop = town.member(ANNE);
        List<TransferRequest> holds = new ArrayList<>();
        for (int number = 0; number < 1_200; number++) {
            holds.add(town.hold(annes, shop, 1, 3_600));
        }
        town.ledger.submit(ANNE, holds);
        town.advance(Duration.ofHours(2));

        town.neo.atomically(() -> town.ledger.transfer(BRUNO, town.pay(brunos, shop, 7)));

        assertThat(town.balance(shop)).isEqualTo(7);
        assertThat(town.account(shop).counters().creditsPending()).isZero();
    }

    @Test
    void whatWasSetAsideOfAReserveAndIsDueCoversAgain() {
        Backed sol = new Backed(town);
        town.ledger.transfer(
                CHIEF, TransferRequest.pay(town.id(), sol.reserve, sol.deposits, Money.euroCents(50), Town.BREAD));
        town.ledger.transfer(
                CHIEF,
                TransferRequest.hold(
                        town.id(), sol.deposits, sol.reserve, Money.ofMinorUnits(50, Currency.EUR), Town.BREAD, 60));
        assertThat(town.status(sol.pay(sol.issue, sol.rich, 50))).isEqualTo(EXCEEDS_RESERVE);

        town.advance(Duration.ofMinutes(2));

        assertThat(town.status(sol.pay(sol.issue, sol.rich, 50))).isEqualTo(CREATED);
    }
}
