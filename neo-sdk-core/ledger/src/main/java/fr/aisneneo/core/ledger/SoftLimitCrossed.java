package fr.aisneneo.core.ledger;

/**
 * The posted balance of an account left its soft limits.
 *
 * @param below true if it fell below the lower one, false if it rose above the upper one
 */
public record SoftLimitCrossed(boolean below) {}
