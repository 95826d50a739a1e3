package fr.aisneneo.example.benchmarks.transfer;

/** What a bank says to a payment. */
enum Answer {
    /** It is done, now. */
    CREATED,
    /** The same was done before. */
    EXISTS,
    /** Something else was done under its id before. */
    DIFFERS,
    /** It goes beyond what may be paid. */
    REFUSED
}
