/**
 * Payments that are made later, or again and again: a {@linkplain fr.aisneneo.core.ledger.order.StandingOrder standing
 * order} says when by local time, and {@link fr.aisneneo.core.ledger.order.StandingOrders} makes each payment once,
 * whatever crashes in between.
 *
 * <p>The code here is that of a test, too; who and what is in it comes from the {@linkplain fr.aisneneo.core.ledger
 * tour of the ledger}, and accounts are ids that the application has chosen.
 *
 * <p>Whoever pays places the order, here the rent of every month for a year:
 *
 * <pre>{@code
 * StandingOrders orders = StandingOrders.of(neo, ledger);
 * LocalDateTime first = LocalDateTime.parse("2027-01-31T08:00");
 * OrderId id = new OrderId(neo.ids().next());
 * StandingOrder rent = new StandingOrder(
 *         id, annes, towns, 4_000, RENT, first, ZoneId.of("Europe/Paris"), Period.ofMonths(1), 12);
 * orders.place(anne, rent); // on 31 January, 28 February, 31 March and so on, 40.00 each time
 * }</pre>
 *
 * <p>The application runs what is due, now and then. On 1 March, if it was down until then, it makes two payments:
 *
 * <pre>{@code
 * int run = orders.runDue(chief, 100, (order, failure) -> log.add(order + " is left for the next run: " + failure));
 * }</pre>
 *
 * <p>It ends after the last payment, or before:
 *
 * <pre>{@code
 * orders.cancel(anne, id);
 * }</pre>
 */
package fr.aisneneo.core.ledger.order;
