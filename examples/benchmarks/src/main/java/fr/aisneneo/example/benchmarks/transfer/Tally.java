package fr.aisneneo.example.benchmarks.transfer;

import fr.aisneneo.example.benchmarks.lab.Counts;

/**
 * What a bank has.
 *
 * @param transfers how many transfers
 * @param sum all balances added up
 * @param wrong how many accounts have another balance than their entries come to
 */
record Tally(long transfers, long sum, long wrong) {
    /** Ends the run if money was made or lost, or a transfer. */
    void require(long acknowledged) {
        Counts.requireEqual("transfers", acknowledged, transfers);
        Counts.requireEqual("sum of all balances", 0, sum);
        Counts.requireEqual("accounts that do not add up", 0, wrong);
    }
}
