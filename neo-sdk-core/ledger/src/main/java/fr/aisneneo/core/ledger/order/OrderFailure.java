package fr.aisneneo.core.ledger.order;

/**
 * A payment of a standing order could not even be tried, and is tried again at the next run. Told once for each payment
 * and cause.
 *
 * @param number which payment, from 0
 * @param cause the code of the {@link fr.aisneneo.core.error.NeoException}; {@link #UNEXPECTED} for any other
 */
public record OrderFailure(int number, String cause) {
    /** The cause of what no code stands for. */
    public static final String UNEXPECTED = "unexpected";
}
