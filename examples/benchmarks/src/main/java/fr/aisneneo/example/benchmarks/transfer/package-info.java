/** Transfers of a ledger, on every side. */
@org.jspecify.annotations.NullMarked
package fr.aisneneo.example.benchmarks.transfer;
