package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.money.Money;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/**
 * A voucher: money in the pocket, on paper or a phone without a network.
 *
 * @param id which one
 * @param fund the account where its money waits
 * @param amount how much, more than 0
 * @param expires when it is no longer taken, in whole seconds, after 1970 and up to {@link #LAST}
 */
public record Voucher(UUID id, AccountId fund, Money amount, Instant expires) {
    /** The last instant at which one may expire. */
    public static final Instant LAST = Instant.parse("9998-12-31T23:59:59Z");

    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range} for an amount or an expiry
     */
    public Voucher {
        if (!amount.isPositive()) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "amount", Map.of("min", 1, "max", Long.MAX_VALUE));
        }
        if (expires.getNano() != 0 || expires.getEpochSecond() < 1 || expires.isAfter(LAST)) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE, "expires", Map.of("min", Instant.ofEpochSecond(1), "max", LAST));
        }
    }
}
