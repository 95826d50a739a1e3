/**
 * Judges what concurrent transactions read and wrote: whether it could have happened one after the other, in an order
 * that respects real time. Knows nothing of an engine, of the SDK or of a clock; a
 * {@link fr.aisneneo.core.tck.history.HistoryRecorder} writes down what callers did and saw, a
 * {@link fr.aisneneo.core.tck.history.HistoryChecker} looks at nothing else.
 *
 * <p>The histories are of the list-append kind: a transaction appends values to lists and reads whole lists. Each value
 * is appended to a list once, so that what a read returns tells the order of all appends before it, from which the
 * dependencies of the transactions follow.
 *
 * <p>Sources: K. Kingsbury and P. Alvaro, <i>Elle: Inferring Isolation Anomalies from Experimental Observations</i>,
 * PVLDB 14(3), 2020; A. Adya, <i>Weak Consistency: A Generalized Theory and Optimistic Implementations for Distributed
 * Transactions</i>, MIT, 1999, for the names of the anomalies.
 */
package fr.aisneneo.core.tck.history;
