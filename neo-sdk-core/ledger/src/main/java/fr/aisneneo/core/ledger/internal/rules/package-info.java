/**
 * The rules of the ledger as functions of what is there: state in, result and new state out. No store, no clock, no
 * thread.
 */
package fr.aisneneo.core.ledger.internal.rules;
