package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.util.Map;

/**
 * How far a member may be overdrawn, growing with what others pay it. Two who pay each other back and forth gain
 * nothing, since only what a partner paid <em>more</em> than it got counts; and no partner alone can lift anybody far.
 *
 * <p>Three or more who pay on in a ring do gain: each got more from the one before than it paid back. That is bounded
 * only by {@code perPartner} times the number of partners, and by {@code cap}: so keep these as low as what a member
 * may lose is worth.
 *
 * @param base what everybody is granted, in minor units: 0 to {@code cap}
 * @param share which part of what counts is granted on top: 0 to 1, since with more two could lift each other by paying
 *     what they were just granted
 * @param perPartner the most that one partner's payments count, in minor units: 0 or more
 * @param cap the most that is granted, in minor units: 0 or more
 */
public record CreditRule(long base, Fraction share, long perPartner, long cap) {

    /**
     * Checks the numbers.
     *
     * @throws InvalidInputException {@code input.out_of_range}
     */
    public CreditRule {
        require(cap >= 0, "cap", Long.MAX_VALUE);
        require(base >= 0 && base <= cap, "base", cap);
        require(share.numerator() <= share.denominator(), "share", 1);
        require(perPartner >= 0, "perPartner", Long.MAX_VALUE);
    }

    private static void require(boolean holds, String field, long max) {
        if (!holds) {
            throw new InvalidInputException(CoreError.INPUT_OUT_OF_RANGE, field, Map.of("min", 0, "max", max));
        }
    }
}
