package fr.aisneneo.core.ledger.book;

/**
 * The four counters of an account, in minor units. They never go below zero, and neither debits nor credits, pending
 * and posted together, ever exceed {@link Long#MAX_VALUE}; so every difference of them fits a {@code long}.
 *
 * @param debitsPending set aside to be debited
 * @param debitsPosted debited since the account was opened
 * @param creditsPending set aside to be credited
 * @param creditsPosted credited since the account was opened
 */
public record Counters(long debitsPending, long debitsPosted, long creditsPending, long creditsPosted) {
    /** Of an account on which nothing happened yet. */
    public static final Counters ZERO = new Counters(0, 0, 0, 0);

    /**
     * Checks that they are counters.
     *
     * @throws IllegalArgumentException if one is negative or a sum does not fit a {@code long}
     */
    public Counters {
        if ((debitsPending | debitsPosted | creditsPending | creditsPosted) < 0
                || debitsPending + debitsPosted < 0
                || creditsPending + creditsPosted < 0) {
            throw new IllegalArgumentException("Not the counters of an account");
        }
    }

    /**
     * Posted credits less posted debits.
     *
     * @return the net, positive or negative
     */
    public long net() {
        return creditsPosted - debitsPosted;
    }

    /**
     * The net if every pending debit were posted and no pending credit.
     *
     * @return the least net that pending transfers can leave
     */
    public long lowestNet() {
        return creditsPosted - (debitsPosted + debitsPending);
    }

    /**
     * The net if every pending credit were posted and no pending debit.
     *
     * @return the greatest net that pending transfers can leave
     */
    public long highestNet() {
        return creditsPosted + creditsPending - debitsPosted;
    }

    /**
     * With more, or less, on the debit side.
     *
     * @param pending added to the pending debits
     * @param posted added to the posted debits
     * @return the counters
     * @throws IllegalArgumentException if they would be none
     */
    public Counters debited(long pending, long posted) {
        return new Counters(debitsPending + pending, debitsPosted + posted, creditsPending, creditsPosted);
    }

    /**
     * With more, or less, on the credit side.
     *
     * @param pending added to the pending credits
     * @param posted added to the posted credits
     * @return the counters
     * @throws IllegalArgumentException if they would be none
     */
    public Counters credited(long pending, long posted) {
        return new Counters(debitsPending, debitsPosted, creditsPending + pending, creditsPosted + posted);
    }
}
