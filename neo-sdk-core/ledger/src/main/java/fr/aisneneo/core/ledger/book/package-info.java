/**
 * What stands in a ledger: accounts with four counters, transfers that never change, and the answers that a transfer
 * may get. Values only; {@link fr.aisneneo.core.ledger.Ledger} keeps them.
 */
package fr.aisneneo.core.ledger.book;
