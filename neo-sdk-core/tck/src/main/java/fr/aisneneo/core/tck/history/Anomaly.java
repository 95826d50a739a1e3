package fr.aisneneo.core.tck.history;

/**
 * What cannot happen when transactions run one after the other. The names in brackets are Adya's, or Elle's where he
 * has none. A <i>ww</i> dependency leads from a transaction to the one that appended next to the same list, <i>wr</i>
 * to one that read what it appended, <i>rw</i> from a reader to the one that appended next to what it read, and
 * <i>rt</i> from a transaction to one that began after it had ended.
 */
public enum Anomaly {
    /** A value was read that nobody appended. */
    UNWRITTEN_VALUE,
    /** A list held a value twice: an append happened twice. */
    DUPLICATE_APPEND,
    /** Two reads of a list, or a read and the transaction that appended, disagree about the order of its values. */
    INCOMPATIBLE_ORDER,
    /** A transaction did not see its own appends, or saw a list change under it. */
    UNREPEATABLE_READ,
    /** A value of a transaction that was rolled back was read (G1a). */
    ABORTED_READ,
    /** A value was read that its transaction was not done with (G1b). */
    INTERMEDIATE_READ,
    /** An acknowledged append is missing in a read that began after the acknowledgement, and in all others. */
    LOST_APPEND,
    /** Two transactions read a list in the same state, and both appended to it. */
    LOST_UPDATE,
    /** Transactions overwrote each other in a circle (G0): only ww. */
    WRITE_CYCLE,
    /** Information flowed in a circle (G1c): ww and wr. */
    CIRCULAR_INFORMATION_FLOW,
    /** A transaction missed something that it, by way of others, depends on (G-single): one rw. */
    SINGLE_ANTI_DEPENDENCY,
    /** Two transactions each missed what the other wrote (the smallest G2): two rw and nothing else. */
    WRITE_SKEW,
    /** A circle with several transactions that missed something (G2): two rw or more. */
    ANTI_DEPENDENCY_CYCLE,
    /** A transaction read a state that had been replaced before it began: one rw, and no circle without rt. */
    STALE_READ,
    /** An order of the transactions exists, but none that respects real time: a circle that needs rt. */
    REAL_TIME_VIOLATION
}
