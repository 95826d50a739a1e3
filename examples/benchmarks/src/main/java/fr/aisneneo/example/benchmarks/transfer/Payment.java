package fr.aisneneo.example.benchmarks.transfer;

import java.util.UUID;

/**
 * What is to be paid.
 *
 * @param id chosen by the caller; sorts by time
 * @param debit the number of the account that pays
 * @param credit the number of another one
 * @param amount minor units
 */
record Payment(UUID id, int debit, int credit, long amount) {
    /** What it is for, on all sides. */
    static final int CODE = 7;

    Payment withAmount(long other) {
        return new Payment(id, debit, credit, other);
    }
}
