package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.order.OrderEvents;
import fr.aisneneo.core.ledger.order.OrderFailure;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Tag;
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
    void anOrderOfATimeThatNoCalendarReachesIsNone() {
        for (LocalDateTime first : new LocalDateTime[] {
            LocalDateTime.MIN,
            LocalDateTime.parse("9998-12-31T08:00"),
            LocalDateTime.parse("9999-01-01T00:00"),
            LocalDateTime.MAX
        }) {
            InvalidInputException refused = catchThrowableOfType(
                    InvalidInputException.class,
                    () -> new StandingOrder(
                            new OrderId(town.neo.ids().next()),
                            anne,
                            bruno,
                            1,
                            Town.BREAD,
                            first,
                            PARIS,
                            Period.ofMonths(1),
                            2));
            assertThat(refused.errorCode()).isEqualTo(CoreError.INPUT_OUT_OF_RANGE);
            assertThat(refused.field()).isEqualTo("first");
        }
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

    @Test
    void aStrangerLearnsNothingOfAnOrderNotEvenThatItIsThere() {
        StandingOrder order = monthly(100, 3);
        orders.place(ANNE, order);
        OrderId none = new OrderId(town.neo.ids().next());
        for (OrderId id : new OrderId[] {order.id(), none}) {
            NotFoundException answer = catchThrowableOfType(NotFoundException.class, () -> orders.cancel(BRUNO, id));
            assertThat(answer.errorCode()).isEqualTo(CoreError.NOT_FOUND);
            assertThat(answer.facts()).isEqualTo(Map.of("kind", "ledger_order", "id", id.text()));
        }
        assertThat(orders.ofAccount(ANNE, anne).get(0).status()).isEqualTo(OrderStatus.ACTIVE);
    }

    @Tag("heavy")
    @Test
    void nobodyPlacesOrdersWithoutEnd() {
        List<StandingOrder> placed = new ArrayList<>();
        town.neo.atomically(() -> {
            for (int number = 0; number < StandingOrders.MAX_ACTIVE; number++) {
                placed.add(orders.place(ANNE, monthly(1, 2)).order());
            }
        });
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> orders.place(ANNE, monthly(1, 2)));
        assertThat(refusal.errorCode()).isEqualTo(LedgerError.ORDERS_TOO_MANY);
        assertThat(refusal.facts()).containsEntry("limit", StandingOrders.MAX_ACTIVE);
        assertThat(orders.place(ANNE, placed.get(3)).order())
                .as("placed before")
                .isEqualTo(placed.get(3));
        orders.cancel(ANNE, placed.get(0).id());
        assertThat(orders.place(ANNE, monthly(1, 2)).status())
                .as("one was stopped")
                .isEqualTo(OrderStatus.ACTIVE);
        assertThat(catchThrowableOfType(RefusedException.class, () -> orders.place(ANNE, monthly(1, 2))))
                .isNotNull();
    }

    /** The policy denies to pay with Anne's account for a while, even to the chief. */
    @Test
    void anOrderThatCannotBeTriedHoldsUpNoOtherAndIsTriedAgain() {
        AtomicBoolean denied = new AtomicBoolean(true);
        Policy policy = (actor, permission, owner) -> !(denied.get()
                        && ANNE.party().equals(owner)
                        && actor.equals(CHIEF)
                        && permission.equals(LedgerPermissions.PAY))
                && Policy.standard().grants(actor, permission, owner);
        AtomicReference<Instant> clock = new AtomicReference<>(town.now());
        Neo neo = Neo.builder()
                .storage("memory:")
                .clock(clock::get)
                .policy(policy)
                .open();
        try (Town other = new Town(neo, clock)) {
            StandingOrders all = StandingOrders.of(neo, other.ledger);
            AccountId annes = other.member(ANNE, 1_000);
            AccountId brunos = other.member(BRUNO, 1_000);
            AccountId shop = other.house(Side.CREDIT);
            StandingOrder first = placed(all, ANNE, annes, shop, 0);
            StandingOrder second = placed(all, ANNE, annes, shop, 0);
            placed(all, BRUNO, brunos, shop, 0);
            placed(all, BRUNO, brunos, shop, 5);
            StandingOrder last = placed(all, ANNE, annes, shop, 9);
            other.advance(Duration.ofDays(90));
            for (int run = 0; run < 2; run++) {
                List<OrderId> left = new ArrayList<>();
                assertThat(all.runDue(CHIEF, 100, (id, failure) -> {
                            assertThat(failure).isInstanceOf(ForbiddenException.class);
                            left.add(id);
                        }))
                        .as("both of Bruno's, each for two months")
                        .isEqualTo(run == 0 ? 4 : 0);
                assertThat(left).containsExactlyInAnyOrder(first.id(), second.id(), last.id());
            }
            assertThat(other.balance(shop)).isEqualTo(40);
            OrderState waiting = all.ofAccount(ANNE, annes).get(0);
            assertThat(waiting.lastStatus()).isEqualTo("actor.forbidden");
            assertThat(waiting.made() + waiting.refused()).isZero();
            assertThat(neo.journal().history(CHIEF, OrderEvents.aggregate(first.id()), 0, 100).stream()
                            .filter(event -> event.type().equals(OrderEvents.FAILED.name()))
                            .map(event -> neo.journal().payload(event, OrderEvents.FAILED)))
                    .as("told once")
                    .containsExactly(new OrderFailure(0, "actor.forbidden"));
            denied.set(false);
            assertThat(all.runDue(CHIEF, 100)).isEqualTo(6);
            assertThat(other.balance(shop)).isEqualTo(100);
        }
    }

    private StandingOrder placed(StandingOrders all, Actor payer, AccountId from, AccountId to, int minutes) {
        LocalDateTime when = LocalDateTime.parse("2026-12-31T08:00").plusMinutes(minutes);
        OrderId id = new OrderId(town.neo.ids().next());
        StandingOrder order = new StandingOrder(id, from, to, 10, Town.BREAD, when, PARIS, Period.ofMonths(1), 2);
        all.place(payer, order);
        return order;
    }

    /** A closed store is no order's fault: nothing could be told. */
    @Test
    void aRunThatCanTellNothingEnds() {
        orders.place(ANNE, monthly(1, 1));
        town.advance(Duration.ofDays(70));
        town.close();
        assertThat(catchThrowableOfType(StorageException.class, () -> orders.runDue(CHIEF, 10)))
                .isNotNull();
    }
}
