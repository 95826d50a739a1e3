package fr.aisneneo.core.tck.history;

/** What the caller of a transaction knows of its end. */
public enum Outcome {
    /** Its commit returned. */
    COMMITTED,
    /** It was rolled back, or refused with the word that nothing was written. */
    ABORTED,
    /** Its commit was asked for, and no answer came: it may have happened, may not, or may yet happen. */
    UNKNOWN
}
