package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static fr.aisneneo.core.ledger.Town.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.local.Clearing;
import fr.aisneneo.core.ledger.local.CurrencyPlan;
import fr.aisneneo.core.ledger.local.Debt;
import fr.aisneneo.core.ledger.local.Demurrage;
import fr.aisneneo.core.ledger.local.DemurrageRule;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalCurrency;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.VoucherSigner;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * What may happen to a local currency, by chance, done to the ledger and to the model, which agree on whether it is
 * refused. Used by one thread.
 */
final class LocalStream {
    private static final Currency ABEILLE = new Currency("ABEILLE", 2);
    private static final int SHOPS = 101;
    private static final KeyPair KEYS = keys();

    final LocalModel model;
    final LocalCurrency currency;
    private final Town town;
    private final Random random;
    private final CurrencyPlan plan;
    private final List<AccountId> people = new ArrayList<>();
    private final List<AccountId> everybody = new ArrayList<>();
    private final AccountId voucherFund;
    private final AccountId demurrageFund;
    private final AccountId house;
    private final Vouchers vouchers;
    private final Demurrage demurrage;
    private final Map<TransferId, LocalModel.Paid> payments = new LinkedHashMap<>();
    private final Map<Voucher, LocalModel.Sold> sold = new LinkedHashMap<>();

    LocalStream(Town town, long seed) {
        this.town = town;
        random = new Random(seed);
        model = new LocalModel(town.now());
        plan = new CurrencyPlan(
                ABEILLE,
                Currency.EUR,
                new Fraction(1, 1),
                Fraction.percent(3),
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                40,
                Set.of(SHOPS));
        currency = LocalCurrency.of(town.ledger, plan);
        currency.found(CHIEF);
        vouchers = Vouchers.of(town.neo, town.ledger, 80);
        demurrage = Demurrage.of(town.neo, town.ledger);
        for (int number = 0; number < 5; number++) {
            int place = number < 3 ? MEMBERS : SHOPS;
            AccountTerms terms =
                    AccountTerms.member(ABEILLE, place, Town.actor(60 + number).party());
            AccountId account = town.open(terms, Limits.NEVER_OVERDRAWN);
            everybody.add(account);
            if (place == MEMBERS) {
                people.add(account);
            }
        }
        voucherFund = town.open(AccountTerms.house(ABEILLE, 2, Side.CREDIT), Limits.NEVER_OVERDRAWN);
        demurrageFund = town.open(AccountTerms.house(ABEILLE, 2, Side.CREDIT), Limits.NEVER_OVERDRAWN);
        house = town.open(AccountTerms.house(ABEILLE, 2, Side.CREDIT).with(AccountFlag.CLEARING), Limits.NONE);
        for (AccountId account : List.of(voucherFund, demurrageFund, house, plan.fees())) {
            model.add(account, 0);
        }
    }

    private static KeyPair keys() {
        try {
            return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Money of(long amount) {
        return Money.ofMinorUnits(amount, ABEILLE);
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private long amount() {
        return 1L + random.nextInt(random.nextInt(4) == 0 ? 3_000 : 300);
    }

    /** Does one thing and says what. */
    String step() {
        // Of one account no two transfers have the same time: this leaves them room before the next second.
        advance(Duration.ofSeconds(1));
        int kind = random.nextInt(15);
        switch (kind) {
            case 0, 1 -> issue();
            case 2 -> redeem();
            case 3, 4 -> pay();
            case 5 -> refund();
            case 6, 7 -> takeDemurrage();
            case 8 -> sellVoucher();
            case 9 -> endVoucher();
            case 10 -> clear();
            case 11, 12 -> setAside();
            default -> advance(Duration.ofHours(1 + random.nextInt(40)));
        }
        return "step of kind " + kind;
    }

    private void advance(Duration by) {
        town.advance(by);
        model.advanceTo(town.now());
    }

    /** Both do it, or both refuse it. */
    private void agree(boolean expected, Runnable command) {
        boolean done = true;
        String refusal = "";
        try {
            command.run();
        } catch (RefusedException e) {
            done = false;
            refusal = e.code();
        }
        assertThat(done).as(refusal).isEqualTo(expected);
    }

    private void issue() {
        AccountId member = any(everybody);
        long amount = amount();
        model.add(member, amount);
        model.issued += amount;
        agree(true, () -> currency.issue(CLERK, town.id(), member, of(amount)));
    }

    private void redeem() {
        AccountId member = any(everybody);
        long amount = amount();
        long fee = (3 * amount + 99) / 100;
        boolean done = !people.contains(member) && amount > fee && model.available(member) >= amount;
        if (done) {
            model.add(member, -amount);
            model.add(plan.fees(), fee);
            model.issued -= amount - fee;
        }
        agree(done, () -> currency.redeem(CLERK, town.id(), member, of(amount)));
    }

    private void pay() {
        AccountId from = any(everybody);
        AccountId to =
                any(everybody.stream().filter(other -> !other.equals(from)).toList());
        long amount = amount();
        TransferId id = town.id();
        boolean done = model.move(from, to, amount);
        if (done) {
            payments.put(id, new LocalModel.Paid(from, to, amount));
        }
        agree(done, () -> town.ledger.transfer(CLERK, TransferRequest.pay(id, from, to, of(amount), 7)));
    }

    private void refund() {
        if (payments.isEmpty()) {
            return;
        }
        TransferId id = any(List.copyOf(payments.keySet()));
        LocalModel.Paid paid = payments.get(id);
        long amount = 1 + random.nextLong(paid.amount + 5);
        boolean done = paid.back + amount <= paid.amount && model.move(paid.to, paid.from, amount);
        paid.back += done ? amount : 0;
        agree(
                done,
                () -> town.ledger.transfer(
                        CLERK, TransferRequest.reverse(town.id(), id).amount(amount)));
    }

    private void takeDemurrage() {
        DemurrageRule rule = new DemurrageRule(
                "fonte", Fraction.percent(2), model.today(), ZoneOffset.UTC, ABEILLE, MEMBERS, demurrageFund, 60);
        long expected = people.stream()
                .mapToLong(account -> model.demurrage(account, demurrageFund))
                .sum();
        assertThat(demurrage.run(CHIEF, rule)).isEqualTo(expected);
    }

    private void sellVoucher() {
        AccountId buyer = any(everybody);
        Voucher voucher = new Voucher(
                town.neo.ids().next(),
                voucherFund,
                of(amount()),
                town.now().plus(Duration.ofHours(1 + random.nextInt(90))).truncatedTo(ChronoUnit.SECONDS));
        long amount = voucher.amount().minorUnits();
        boolean done = model.move(buyer, voucherFund, amount);
        if (done || random.nextBoolean()) {
            sold.put(voucher, new LocalModel.Sold(buyer, done ? amount : 0, voucher.expires()));
        }
        agree(done, () -> vouchers.sell(CHIEF, voucher, buyer, KEYS.getPrivate()));
    }

    /** Shows a voucher or asks for its money back, whatever became of it, also one that nobody was sold. */
    private void endVoucher() {
        if (sold.isEmpty()) {
            return;
        }
        Voucher voucher = any(List.copyOf(sold.keySet()));
        LocalModel.Sold sale = sold.get(voucher);
        boolean over = !model.now().isBefore(sale.expires);
        boolean reclaims = over ? random.nextInt(4) > 0 : random.nextInt(4) == 0;
        AccountId to = reclaims ? sale.buyer : any(everybody);
        boolean inTime = sale.amount > 0 && over == reclaims;
        boolean again = sale.paidTo != null && sale.paidTo.equals(to) && sale.reclaimed == reclaims;
        if (inTime && sale.paidTo == null) {
            assertThat(model.move(voucherFund, to, sale.amount)).isTrue();
            sale.paidTo = to;
            sale.reclaimed = reclaims;
            again = true;
        }
        String text = VoucherSigner.write(voucher, KEYS.getPrivate());
        agree(again, () -> {
            if (reclaims) {
                vouchers.reclaim(CHIEF, voucher.id());
            } else {
                vouchers.redeem(CHIEF, text, KEYS.getPublic(), to);
            }
        });
    }

    private void clear() {
        List<Debt> debts = new ArrayList<>();
        for (int number = 0; number < 8; number++) {
            AccountId debtor = any(everybody);
            AccountId creditor = any(everybody);
            if (!debtor.equals(creditor)) {
                debts.add(new Debt(debtor, creditor, amount()));
            }
        }
        List<Debt> proposal = Clearing.propose(debts);
        if (!proposal.isEmpty()) {
            agree(true, () -> Clearing.settle(town.ledger, CHIEF, town.id(), proposal, house, ABEILLE, 90));
        }
    }

    private void setAside() {
        AccountId from = any(everybody);
        AccountId to =
                any(everybody.stream().filter(other -> !other.equals(from)).toList());
        // Often all there is, so that demurrage finds nothing to take.
        long amount = random.nextBoolean() ? Math.max(1, model.available(from)) : amount();
        int hours = 1 + random.nextInt(60);
        boolean done = model.available(from) >= amount;
        if (done) {
            model.holds.add(new LocalModel.Held(from, to, amount, town.now().plus(Duration.ofHours(hours))));
        }
        TransferRequest hold = TransferRequest.hold(town.id(), from, to, of(amount), 7, hours * 3_600L);
        agree(done, () -> town.ledger.transfer(CLERK, hold));
    }
}
