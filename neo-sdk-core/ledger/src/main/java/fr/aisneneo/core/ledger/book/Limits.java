package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;

/**
 * Between what an account's balance must stay, and between what it had better stay. Bounds are in minor units, on the
 * {@linkplain Side side} of the account, and count pending transfers as if they were posted against it. They are state
 * of the account: changing them moves nothing, and what was set aside before can still be posted.
 *
 * @param min the least balance; {@link #NO_MIN} for none
 * @param max the greatest balance; {@link #NO_MAX} for none
 * @param softMin an event tells when the posted balance falls below it; {@link #NO_MIN} for none
 * @param softMax an event tells when the posted balance rises above it; {@link #NO_MAX} for none
 */
public record Limits(long min, long max, long softMin, long softMax) {
    /** No lower bound. */
    public static final long NO_MIN = Long.MIN_VALUE;

    /** No upper bound. */
    public static final long NO_MAX = Long.MAX_VALUE;

    /** No bounds at all. */
    public static final Limits NONE = new Limits(NO_MIN, NO_MAX, NO_MIN, NO_MAX);

    /** The balance never goes below zero. */
    public static final Limits NEVER_OVERDRAWN = NONE.withMin(0);

    /**
     * Checks the order.
     *
     * @throws InvalidInputException {@code input.reversed} if a lower bound is above its upper bound,
     *     {@code input.out_of_range} for a lower bound of {@link #NO_MAX} or an upper one of {@link #NO_MIN}
     */
    public Limits {
        requireOrder("limits", min, max);
        requireOrder("softLimits", softMin, softMax);
    }

    private static void requireOrder(String field, long low, long high) {
        if (low == NO_MAX || high == NO_MIN) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", NO_MIN + 1, "max", NO_MAX - 1));
        }
        if (low > high) {
            throw new InvalidInputException(CoreError.INPUT_REVERSED, field, Map.of("start", low, "end", high));
        }
    }

    /**
     * With another lower bound.
     *
     * @param balance the least balance; negative is credit granted
     * @return the limits
     * @throws InvalidInputException {@code input.reversed}
     */
    public Limits withMin(long balance) {
        return new Limits(balance, max, softMin, softMax);
    }

    /**
     * With another upper bound.
     *
     * @param balance the greatest balance
     * @return the limits
     * @throws InvalidInputException {@code input.reversed}
     */
    public Limits withMax(long balance) {
        return new Limits(min, balance, softMin, softMax);
    }

    /**
     * With other soft bounds.
     *
     * @param low where to warn below; {@link #NO_MIN} for nowhere
     * @param high where to warn above; {@link #NO_MAX} for nowhere
     * @return the limits
     * @throws InvalidInputException {@code input.reversed}
     */
    public Limits warning(long low, long high) {
        return new Limits(min, max, low, high);
    }

    /**
     * The least that credits less debits may be.
     *
     * @param side the side of the account
     * @return the bound; {@link #NO_MIN} for none
     */
    public long lowerNet(Side side) {
        if (side == Side.CREDIT) {
            return min;
        }
        return max == NO_MAX ? NO_MIN : -max;
    }

    /**
     * The most that credits less debits may be.
     *
     * @param side the side of the account
     * @return the bound; {@link #NO_MAX} for none
     */
    public long upperNet(Side side) {
        if (side == Side.CREDIT) {
            return max;
        }
        return min == NO_MIN ? NO_MAX : -min;
    }
}
