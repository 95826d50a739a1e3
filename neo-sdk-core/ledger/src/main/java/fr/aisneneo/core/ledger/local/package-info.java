/**
 * A local currency as a product on the ledger: issued against a reserve in euros and redeemed for them, with fees,
 * demurrage, credit that grows by rule, payment requests, codes to scan, vouchers for the pocket, and a meter for the
 * legal threshold. Once it is backed, no account of it makes money but the one that it is issued from.
 *
 * <p>The code here is that of a test, too; who and what is in it comes from the {@linkplain fr.aisneneo.core.ledger
 * tour of the ledger}, and accounts are ids that the application has chosen.
 *
 * <p>A currency is founded by a plan, with the ids of four accounts that the application keeps:
 *
 * <pre>{@code
 * CurrencyPlan plan = new CurrencyPlan(
 *         eusko,
 *         Currency.EUR,
 *         new Fraction(1, 1), // a cent for a cent
 *         new Fraction(5, 100), // what whoever redeems leaves to the fund of fees
 *         issue,
 *         reserve,
 *         deposits,
 *         fees,
 *         EXCHANGE,
 *         Set.of(PROFESSIONALS)); // who redeems
 * LocalCurrency currency = LocalCurrency.of(ledger, plan);
 * currency.found(chief);
 * }</pre>
 *
 * <p>Money is issued to whoever brings euros:
 *
 * <pre>{@code
 * ledger.openAccount(chief, annes, AccountTerms.member(eusko, MEMBERS, anne.party()), Limits.NEVER_OVERDRAWN);
 * ledger.openAccount(chief, bakery, AccountTerms.member(eusko, PROFESSIONALS, baker.party()), Limits.NEVER_OVERDRAWN);
 * currency.issue(chief, ledger.newTransferId(), annes, Money.ofMinorUnits(5_000, eusko)); // 50 euros came in
 * }</pre>
 *
 * <p>A till shows a {@linkplain fr.aisneneo.core.ledger.local.PaymentCode code}, and a phone that scans it pays:
 *
 * <pre>{@code
 * String shown = new PaymentCode(bakery, eusko, 450L, BREAD, null).text();
 * PaymentCode scanned = PaymentCode.parse(shown);
 * Money price = Objects.requireNonNull(scanned.money()); // null where the payer says how much
 * ledger.transfer(anne, TransferRequest.pay(ledger.newTransferId(), annes, scanned.to(), price, scanned.code()));
 * }</pre>
 *
 * <p>A {@linkplain fr.aisneneo.core.ledger.local.Voucher voucher} is signed text, on paper or a phone without a
 * network:
 *
 * <pre>{@code
 * ledger.openAccount(chief, fund, AccountTerms.house(eusko, VOUCHERS, Side.CREDIT), Limits.NEVER_OVERDRAWN);
 * Vouchers vouchers = Vouchers.of(neo, ledger, VOUCHERS);
 * KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
 * Instant expires = Instant.parse("2027-12-31T23:00:00Z");
 * Voucher gift = new Voucher(neo.ids().next(), fund, Money.ofMinorUnits(2_000, eusko), expires);
 * String paper = vouchers.sell(anne, gift, annes, keys.getPrivate());
 * vouchers.redeem(chief, paper, keys.getPublic(), bakery); // by whoever has it, once
 * }</pre>
 *
 * <p>A professional has euros back, and what is left in circulation is still covered:
 *
 * <pre>{@code
 * currency.redeem(chief, ledger.newTransferId(), bakery, Money.ofMinorUnits(2_000, eusko)); // 1.00 of it is the fee
 * Money left = currency.reserve(chief); // 31.00 euros
 * Money around = currency.circulation(chief); // 31.00, all of it covered
 * }</pre>
 */
package fr.aisneneo.core.ledger.local;
