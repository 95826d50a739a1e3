package fr.aisneneo.core.tck.log;

/** What may be wrong with a {@link LogStorage}, to see that the contract finds it. */
enum LogFault {
    /** Nothing. */
    NONE,
    /** Acknowledges what it has not written yet. */
    LATE,
    /** Reads records that are not whole, as far as they go. */
    UNCHECKED,
    /** Goes on after a write that failed. */
    UNDETERRED,
    /** Lets everybody in. */
    UNLOCKED
}
