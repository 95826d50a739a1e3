package fr.aisneneo.core.ledger.order;

import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.EventType;

/**
 * What standing orders write into the journal.
 *
 * <p>Immutable and thread-safe.
 */
public final class OrderEvents {
    /** An order was placed. */
    public static final EventType<StandingOrder> PLACED = new EventType<>("ledger.order.placed", StandingOrder.class);

    /** A payment of it fell due, and was made or refused. */
    public static final EventType<OrderRun> RUN = new EventType<>("ledger.order.run", OrderRun.class);

    /** A payment of it fell due, and could not even be tried. */
    public static final EventType<OrderFailure> FAILED = new EventType<>("ledger.order.failed", OrderFailure.class);

    /** An order was stopped. */
    public static final EventType<StandingOrder> CANCELLED =
            new EventType<>("ledger.order.cancelled", StandingOrder.class);

    private OrderEvents() {}

    /**
     * What the events of an order are about.
     *
     * @param id the order
     * @return its aggregate: {@code ledger_order} and its id
     */
    public static Aggregate aggregate(OrderId id) {
        return Aggregate.of("ledger_order", id);
    }
}
