/**
 * Payments that are made later, or again and again: a {@linkplain fr.aisneneo.core.ledger.order.StandingOrder standing
 * order} says when by local time, and {@link fr.aisneneo.core.ledger.order.StandingOrders} makes each payment once,
 * whatever crashes in between.
 */
package fr.aisneneo.core.ledger.order;
