/**
 * The event journal: every change of state leaves a typed event in the same transaction, with pseudonyms only.
 *
 * <p>It is the outbox (a {@linkplain fr.aisneneo.core.event.Journal#subscribe subscriber} gets each event at least
 * once, in order, and goes on where it was after a crash), the audit trail and the history of each thing.
 */
package fr.aisneneo.core.event;
