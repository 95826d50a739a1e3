package fr.aisneneo.core.ledger;

import fr.aisneneo.core.money.Currency;
import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * All accounts added up.
 *
 * @param lines by currency and code, in that order
 */
public record TrialBalance(List<TrialLine> lines) {

    /** Copies the lines. */
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /**
     * Posted debits less posted credits of each currency.
     *
     * @return the differences, by the code and scale of the currency; all of them are zero, or the store was tampered
     *     with
     */
    public Map<String, BigInteger> differences() {
        Map<String, BigInteger> differences = new TreeMap<>();
        for (TrialLine line : lines) {
            Currency currency = line.currency();
            differences.merge(currency.toString(), line.debits().subtract(line.credits()), BigInteger::add);
        }
        return differences;
    }

    /**
     * Whether it balances.
     *
     * @return true if every difference is zero
     */
    public boolean balances() {
        return differences().values().stream().allMatch(difference -> difference.signum() == 0);
    }
}
