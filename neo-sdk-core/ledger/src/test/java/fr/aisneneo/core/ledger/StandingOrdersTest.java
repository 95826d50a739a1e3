package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.order.OrderId;
import fr.aisneneo.core.ledger.order.OrderState;
import fr.aisneneo.core.ledger.order.OrderStatus;
import fr.aisneneo.core.ledger.order.StandingOrder;
import fr.aisneneo.core.ledger.order.StandingOrders;
import fr.aisneneo.core.tck.process.Crowd;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class StandingOrdersTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);
    private final StandingOrders orders = StandingOrders.of(town.neo, town.ledger);

    private StandingOrder monthly(long amount, int times) {
        return new StandingOrder(
                new OrderId(town.neo.ids().next()),
                anne,
                bruno,
                amount,
                Town.BREAD,
                LocalDateTime.parse("2026-12-31T08:00"),
                PARIS,
                Period.ofMonths(1),
                times);
    }

    @Test
    void theLastDayOfTheMonthStaysTheLastDay() {
        StandingOrder order = monthly(1, 4);
        assertThat(List.of(order.due(0), order.due(1), order.due(2), order.due(3)))
                .containsExactly(
                        Instant.parse("2026-12-31T07:00:00Z"),
                        Instant.parse("2027-01-31T07:00:00Z"),
                        Instant.parse("2027-02-28T07:00:00Z"),
                        // The clock went forward in between: it is eight o'clock all the same.
                        Instant.parse("2027-03-31T06:00:00Z"));
    }

    @Test
    void eachPaymentIsMadeOnceAlsoAfterALongPause() {
        StandingOrder order = monthly(100, 3);
        orders.place(ANNE, order);
        orders.place(ANNE, order);
        assertThat(orders.runDue(CHIEF, 10)).isZero();
        town.advance(Duration.ofDays(70));
        assertThat(orders.runDue(CHIEF, 10)).isEqualTo(2);
        assertThat(orders.runDue(CHIEF, 10)).isZero();
        assertThat(town.balance(bruno)).isEqualTo(200);
        town.advance(Duration.ofDays(70));
        assertThat(orders.runDue(CHIEF, 10)).isEqualTo(1);
        OrderState state = orders.ofAccount(ANNE, anne).get(0);
        assertThat(state.status()).isEqualTo(OrderStatus.ENDED);
        assertThat(state.made()).isEqualTo(3);
        assertThat(town.balance(bruno)).isEqualTo(300);
    }

    @Test
    void manyWhoRunThemAtOnceMakeEachPaymentOnce() throws Exception {
        for (int number = 0; number < 5; number++) {
            orders.place(ANNE, monthly(10, 2));
        }
        town.advance(Duration.ofDays(70));
        int run = Crowd.together(4, caller -> () -> orders.runDue(CHIEF, 100)).stream()
                .mapToInt(Integer::intValue)
                .sum();
        assertThat(run).isEqualTo(10);
        assertThat(town.balance(bruno)).isEqualTo(100);
    }

    @Test
    void aPaymentThatIsRefusedIsToldAndTheNextOneIsTriedAllTheSame() {
        StandingOrder order = monthly(700, 3);
        orders.place(ANNE, order);
        town.advance(Duration.ofDays(70));
        orders.runDue(CHIEF, 10);
        OrderState state = orders.ofAccount(ANNE, anne).get(0);
        assertThat(state.made()).isEqualTo(1);
        assertThat(state.refused()).isEqualTo(1);
        assertThat(state.lastStatus()).isEqualTo("ledger.transfer.exceeds_debit_account_limit");
        town.give(anne, 1_000);
        town.advance(Duration.ofDays(40));
        orders.runDue(CHIEF, 10);
        assertThat(town.balance(bruno)).isEqualTo(1_400);
    }

    @Test
    void whatIsStoppedIsNotPaidAndOnlyThePayerStopsIt() {
        StandingOrder order = monthly(100, 3);
        orders.place(ANNE, order);
        assertThat(catchThrowableOfType(NotFoundException.class, () -> orders.cancel(BRUNO, order.id())))
                .isNotNull();
        assertThat(catchThrowableOfType(NotFoundException.class, () -> orders.place(BRUNO, monthly(1, 1))))
                .isNotNull();
        assertThat(orders.cancel(ANNE, order.id()).status()).isEqualTo(OrderStatus.CANCELLED);
        town.advance(Duration.ofDays(70));
        assertThat(orders.runDue(CHIEF, 10)).isZero();
        assertThat(town.balance(bruno)).isZero();
    }
}
