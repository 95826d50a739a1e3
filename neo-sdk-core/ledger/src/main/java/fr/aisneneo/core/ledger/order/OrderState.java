package fr.aisneneo.core.ledger.order;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A standing order and how far it has come.
 *
 * @param order what to do
 * @param status whether it goes on
 * @param made how many payments were made
 * @param refused how many were refused, for which nothing is tried again
 * @param next when the next one is due; null if none is
 * @param lastStatus the code of the last answer, or the {@linkplain OrderFailure#cause() cause} for which there was
 *     none; null before the first
 */
public record OrderState(
        StandingOrder order,
        OrderStatus status,
        int made,
        int refused,
        @Nullable Instant next,
        @Nullable String lastStatus) {

    OrderState after(boolean done, String answer) {
        int number = made + refused + 1;
        boolean last = number == order.times();
        return new OrderState(
                order,
                last ? OrderStatus.ENDED : OrderStatus.ACTIVE,
                done ? made + 1 : made,
                done ? refused : refused + 1,
                last ? null : order.due(number),
                answer);
    }

    OrderState failed(String cause) {
        return new OrderState(order, status, made, refused, next, cause);
    }

    OrderState cancelled() {
        return new OrderState(order, OrderStatus.CANCELLED, made, refused, null, lastStatus);
    }
}
