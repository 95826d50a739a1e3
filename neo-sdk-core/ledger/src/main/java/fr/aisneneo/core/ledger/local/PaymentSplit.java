package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;

/**
 * A price paid partly in local money and partly in euros, one for one. Nobody gives change in euros for local money, so
 * with notes of a whole unit the local part is a whole number of them that does not exceed the price.
 *
 * @param local the local part, in minor units, 0 or more
 * @param euros the part in euros, in cents, 0 or more
 */
public record PaymentSplit(long local, long euros) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public PaymentSplit {
        require(local >= 0, "local");
        require(euros >= 0, "euros");
    }

    /**
     * The split with the greatest local part.
     *
     * @param price the price in minor units, 0 or more
     * @param available how much local money the payer has, 0 or more
     * @param step the smallest piece of local money: 100 for notes of one unit, 1 for accounts
     * @return the split; its parts add up to the price
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public static PaymentSplit of(long price, long available, long step) {
        require(price >= 0, "price");
        require(available >= 0, "available");
        require(step >= 1, "step");
        long most = Math.min(price, available);
        long local = most - most % step;
        return new PaymentSplit(local, price - local);
    }

    private static void require(boolean holds, String field) {
        if (!holds) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE,
                    field,
                    Map.of("min", field.equals("step") ? 1 : 0, "max", Long.MAX_VALUE));
        }
    }
}
