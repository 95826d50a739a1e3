package fr.aisneneo.core.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.order.OrderId;
import fr.aisneneo.core.ledger.order.OrderStatus;
import fr.aisneneo.core.ledger.order.StandingOrder;
import fr.aisneneo.core.ledger.order.StandingOrders;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The tour of the package's Javadoc, word for word: {@link ToursTest} compares them. */
class OrderTourTest {
    private static final int RENT = 9;

    @RegisterExtension
    private final Town town = new Town();

    @Test
    void theTourDoesWhatItSays() {
        Neo neo = town.neo;
        Ledger ledger = town.ledger;
        Actor anne = Town.ANNE;
        Actor chief = Town.CHIEF;
        AccountId annes = town.member(anne, 10_000);
        AccountId towns = town.house(Side.CREDIT);
        List<String> log = new ArrayList<>();
        // tour
        StandingOrders orders = StandingOrders.of(neo, ledger);
        LocalDateTime first = LocalDateTime.parse("2027-01-31T08:00");
        OrderId id = new OrderId(neo.ids().next());
        StandingOrder rent = new StandingOrder(
                id, annes, towns, 4_000, RENT, first, ZoneId.of("Europe/Paris"), Period.ofMonths(1), 12);
        orders.place(anne, rent); // on 31 January, 28 February, 31 March and so on, 40.00 each time
        // end
        town.advance(Duration.between(town.now(), Instant.parse("2027-03-01T09:00:00Z")));
        // tour
        int run =
                orders.runDue(chief, 100, (order, failure) -> log.add(order + " is left for the next run: " + failure));
        // end
        // tour
        orders.cancel(anne, id);
        // end

        assertThat(run).isEqualTo(2);
        assertThat(log).isEmpty();
        assertThat(town.balance(annes)).isEqualTo(2_000);
        assertThat(orders.ofAccount(anne, annes))
                .singleElement()
                .satisfies(state -> assertThat(state.status()).isEqualTo(OrderStatus.CANCELLED));
    }
}
