/**
 * A double-entry ledger in the store of everything else: for a local currency, deposits, escrow, incentives. A payment
 * commits together with what it pays for, or not at all. Semantics after TigerBeetle's, with what community currencies
 * need. This page is a tour of ten minutes; its code, from one end to the other, is that of a test. {@code neo} is the
 * open SDK, {@code laon} a tenant, and names in capitals are numbers of the application's: places in its chart of
 * accounts, and what payments are for.
 *
 * <h2>Currencies</h2>
 *
 * <p>The first account of a currency {@linkplain fr.aisneneo.core.ledger.Ledger#currencies() registers} it, so that its
 * code means one number of decimals. Whoever wants to lay down more, registers it before:
 *
 * <pre>{@code
 * Actor chief = Actor.of(new PartyId(neo.ids().next()), laon, Role.ADMINISTRATOR);
 * Actor anne = Actor.of(new PartyId(neo.ids().next()), laon, Role.MEMBER);
 * Actor baker = Actor.of(new PartyId(neo.ids().next()), laon, Role.MEMBER);
 * Currency eusko = new Currency("EUSKO", 2);
 * Ledger ledger = Ledger.of(neo);
 * ledger.currencies().register(chief, eusko, new Peg(1, Currency.EUR, 1)); // a cent is worth a cent
 * }</pre>
 *
 * <h2>Accounts</h2>
 *
 * <p>An account is in one currency, has a place in the chart of accounts, and has four counters, which only grow but
 * for what is released: debits and credits, pending and posted. Whose it is, is a pseudonym; nothing else is known of
 * anybody. A member's account is on the credit {@linkplain fr.aisneneo.core.ledger.book.Side side}, since the house
 * owes it.
 *
 * <pre>{@code
 * AccountId supply = ledger.newAccountId();
 * AccountId annes = ledger.newAccountId();
 * AccountId bakery = ledger.newAccountId();
 * ledger.openAccount(chief, supply, AccountTerms.house(eusko, MONEY_SUPPLY, Side.DEBIT), Limits.NONE);
 * ledger.openAccount(chief, annes, AccountTerms.member(eusko, MEMBERS, anne.party()), Limits.NEVER_OVERDRAWN);
 * ledger.openAccount(chief, bakery, AccountTerms.member(eusko, MEMBERS, baker.party()), Limits.NEVER_OVERDRAWN);
 * }</pre>
 *
 * <p>{@linkplain fr.aisneneo.core.ledger.book.Limits Limits} are state of the account, checked with pending transfers
 * counted against it, and changed by an event of the journal.
 *
 * <h2>Paying</h2>
 *
 * <p>The caller chooses the id, and keeps it until the answer has come: sent again, the request is done once. Anne is
 * given 50 first, and buys bread:
 *
 * <pre>{@code
 * Money fifty = Money.parse("50,00", eusko, Locale.FRENCH);
 * ledger.transfer(chief, TransferRequest.pay(ledger.newTransferId(), supply, annes, fifty, ISSUE));
 *
 * TransferRequest bread = TransferRequest.pay(
 *         ledger.newTransferId(), annes, bakery, Money.parse("4,50", eusko, Locale.FRENCH), BREAD);
 * ledger.transfer(anne, bread); // CREATED
 * ledger.transfer(anne, bread); // EXISTS: the answer was lost, and nothing is paid twice
 * }</pre>
 *
 * <p>The answer has the transfer, the balances that the actor may see, and what shows to anybody that it was made: the
 * event that a receipt can be had for ({@code neo-sdk-core-receipts}), and a {@linkplain fr.aisneneo.core.ledger.proof
 * proof} that this event commits to the transfer. What is refused is refused with the first
 * {@link fr.aisneneo.core.ledger.book.TransferStatus} that holds, in their order. A cause that may pass, such as too
 * little money, is remembered: under that id it stays refused, so that a retry of the network cannot pay tomorrow what
 * was refused today.
 *
 * <h2>Setting aside</h2>
 *
 * <p>A hold is posted in full or in part, voided, or expires by the SDK's clock. Nobody needs to run anything for that:
 * an account is rid of what is due before anything else happens to it.
 *
 * <pre>{@code
 * Money deposit = Money.parse("30,00", eusko, Locale.FRENCH);
 * TransferRequest hold = TransferRequest.hold(ledger.newTransferId(), annes, bakery, deposit, ROOM, 86_400);
 * neo.atomically(() -> ledger.transfer(anne, hold)); // with the reservation of the room, or not at all
 * long free = ledger.account(anne, annes).available(); // 15.50: what is set aside cannot be spent twice
 * TransferRequest kept = TransferRequest.post(ledger.newTransferId(), hold.id()).amount(1_000);
 * ledger.transfer(baker, kept); // 10.00 are paid, 20.00 are free again
 * }</pre>
 *
 * <h2>Several at once</h2>
 *
 * <p>{@linkplain fr.aisneneo.core.ledger.Ledger#submit A batch} answers for each of up to 8,190 requests; those that
 * are {@linkplain fr.aisneneo.core.ledger.book.TransferRequest#linked linked} are done all or none, each seeing what
 * those before it did. {@linkplain fr.aisneneo.core.ledger.Ledger#chain A chain} links them itself; a
 * {@linkplain fr.aisneneo.core.ledger.book.MultiLegTransfer transfer of several legs} pairs them itself; a chain of
 * holds is {@linkplain fr.aisneneo.core.ledger.Ledger#postChain posted} or voided as a whole.
 *
 * <pre>{@code
 * TransferRequest room = TransferRequest.hold(
 *         ledger.newTransferId(), annes, bakery, Money.ofMinorUnits(800, eusko), ROOM, 0);
 * TransferRequest coffee = TransferRequest.hold(
 *         ledger.newTransferId(), annes, bakery, Money.ofMinorUnits(200, eusko), COFFEE, 0);
 * ledger.chain(anne, List.of(room, coffee)); // both are set aside, or neither
 * ledger.postChain(baker, ledger.newTransferId(), room.id()); // both are paid, or neither
 * }</pre>
 *
 * <h2>Giving back</h2>
 *
 * <p>Nothing is ever changed or deleted: a reversal is a transfer that names the first one, in part or in full, and all
 * of them together never exceed it.
 *
 * <pre>{@code
 * TransferRequest back = TransferRequest.reverse(ledger.newTransferId(), bread.id()).amount(150);
 * ledger.transfer(chief, back); // 1.50 of the 4.50
 * }</pre>
 *
 * <h2>Looking back</h2>
 *
 * <pre>{@code
 * Instant tomorrow = neo.clock().instant().plus(Duration.ofDays(1));
 * Statement statement = ledger.history().statement(anne, annes, Instant.EPOCH, tomorrow);
 * String proof = ledger.history().proofs().transfer(anne, bread.id()).text(); // checked offline, beside its receipt
 * boolean balanced = ledger.history().trialBalance(chief).balances();
 * StringBuilder file = new StringBuilder(); // or any other Appendable
 * ledger.export().hledger(chief, ZoneId.of("Europe/Paris"), file);
 * }</pre>
 *
 * <p>So can a statement be {@linkplain fr.aisneneo.core.ledger.LedgerProofs#statement proved}: that its lines are all
 * there was, and what each made of the balance.
 *
 * <p>{@link fr.aisneneo.core.ledger.order} pays at a time to come, and again and again;
 * {@link fr.aisneneo.core.ledger.local} makes a local currency of all this.
 *
 * <h2>What is kept</h2>
 *
 * <p>One packed document for each transfer and one for each account, which a transfer changes two of; one event for
 * each command. Amounts are {@code long} minor units, checked for overflow at every counter; there is no floating
 * point. A secret for each tenant, without which nobody foretells the ids of what the ledger does by itself; it moves
 * with the rest when the store is moved, and with a copy of the store whoever has that has it.
 */
package fr.aisneneo.core.ledger;
