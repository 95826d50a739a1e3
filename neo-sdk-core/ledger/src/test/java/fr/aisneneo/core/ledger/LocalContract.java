package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.CreditRule;
import fr.aisneneo.core.ledger.local.Credits;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentRequest;
import fr.aisneneo.core.ledger.local.PaymentRequests;
import fr.aisneneo.core.ledger.local.VolumeAlarm;
import fr.aisneneo.core.ledger.local.VolumeCrossed;
import fr.aisneneo.core.ledger.local.VolumeLevel;
import fr.aisneneo.core.ledger.local.VolumeRule;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.core.tck.process.Crowd;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What many callers at once must find true of the local currency on every engine. */
@Tag("heavy")
abstract class LocalContract {
    private static final int CALLERS = 6;

    private Town town;

    abstract Town open();

    @BeforeEach
    void begin() {
        town = open();
    }

    /** Whatever a test did, it adds up. */
    @AfterEach
    void end() {
        try {
            assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
            assertThat(town.ledger.history().trialBalance(CHIEF).balances()).isTrue();
        } finally {
            town.close();
        }
    }

    /** How often something was done for the first time by callers who all try it. */
    private static int created(Supplier<TransferResult> command) {
        try {
            return command.get().status() == TransferStatus.CREATED ? 1 : 0;
        } catch (RefusedException e) {
            assertThat(e.errorCode())
                    .isIn(LocalError.VOUCHER_REDEEMED, LocalError.VOUCHER_EXPIRED, LocalError.VOUCHER_VALID);
            return 0;
        }
    }

    private List<Voucher> sold(Vouchers vouchers, AccountId fund, AccountId buyer, KeyPair keys, List<String> texts) {
        List<Voucher> sold = new ArrayList<>();
        for (int number = 0; number < 12; number++) {
            Voucher voucher = new Voucher(
                    town.neo.ids().next(),
                    fund,
                    Money.ofMinorUnits(20, AXO),
                    town.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS));
            texts.add(vouchers.sell(ANNE, voucher, buyer, keys.getPrivate()));
            sold.add(voucher);
        }
        return sold;
    }

    @Test
    void ofManyWhoShowOneVoucherOneIsPaid() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        AccountId anne = town.member(ANNE, 500);
        List<String> texts = new ArrayList<>();
        List<Voucher> sold = sold(vouchers, fund, anne, keys, texts);
        town.give(fund, 1_000);
        List<AccountId> payees = new ArrayList<>();
        for (int caller = 0; caller < CALLERS; caller++) {
            payees.add(town.member(BRUNO));
        }
        List<Integer> created = Crowd.together(
                CALLERS,
                caller -> () -> texts.stream()
                        .mapToInt(text ->
                                created(() -> vouchers.redeem(CHIEF, text, keys.getPublic(), payees.get(caller))))
                        .sum());
        assertThat(created.stream().mapToInt(Integer::intValue).sum()).isEqualTo(sold.size());
        assertThat(town.balance(fund)).isEqualTo(1_000);
        assertThat(payees.stream().mapToLong(town::balance).sum()).isEqualTo(240);
    }

    /** The clock goes back and forth over the expiry, so that both are allowed again and again. */
    @Test
    void aVoucherIsRedeemedOrReclaimedAndNeverBoth() throws Exception {
        KeyPair keys = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        AccountId fund = town.house(Side.CREDIT);
        AccountId anne = town.member(ANNE, 500);
        AccountId bruno = town.member(BRUNO);
        List<String> texts = new ArrayList<>();
        List<Voucher> sold = sold(vouchers, fund, anne, keys, texts);
        town.give(fund, 1_000);
        List<Integer> created =
                Crowd.together(CALLERS, caller -> attempting(caller, vouchers, texts, sold, keys, bruno));
        town.advance(Duration.ofDays(2));
        int rest = sold.stream()
                .mapToInt(voucher -> created(() -> vouchers.reclaim(CHIEF, voucher.id())))
                .sum();
        assertThat(created.stream().mapToInt(Integer::intValue).sum() + rest).isEqualTo(sold.size());
        assertThat(town.balance(fund)).isEqualTo(1_000);
        assertThat(town.balance(anne) + town.balance(bruno)).isEqualTo(500);
    }

    private Callable<Integer> attempting(
            int caller, Vouchers vouchers, List<String> texts, List<Voucher> sold, KeyPair keys, AccountId payee) {
        return () -> {
            int count = 0;
            for (int number = 0; number < sold.size(); number++) {
                Voucher voucher = sold.get(number);
                String text = texts.get(number);
                if (caller == 0) {
                    town.advance(Duration.ofDays(number % 2 == 0 ? 2 : -2));
                }
                count += created(() -> caller % 2 == 0
                        ? vouchers.redeem(CHIEF, text, keys.getPublic(), payee)
                        : vouchers.reclaim(CHIEF, voucher.id()));
            }
            return count;
        };
    }

    /** One restricts what an account may have while the other one lets its credit grow: both are then in force. */
    @Test
    void creditThatGrowsLeavesARestrictionThatIsMadeMeanwhile() throws Exception {
        CreditRule rule = new CreditRule(50, Fraction.ZERO, 0, 50);
        Credits credits = Credits.of(town.neo, town.ledger);
        List<AccountId> accounts = new ArrayList<>();
        for (int number = 0; number < 100; number++) {
            accounts.add(town.open(AccountTerms.member(AXO, Town.MEMBERS, ANNE.party()), Limits.NONE.withMin(0)));
        }
        CyclicBarrier together = new CyclicBarrier(2);
        Crowd.together(2, caller -> () -> {
            for (AccountId account : accounts) {
                together.await(60, TimeUnit.SECONDS);
                if (caller == 0) {
                    credits.grow(CHIEF, account, rule);
                } else {
                    town.ledger.changeLimits(
                            CHIEF, account, Limits.NONE.withMin(0).withMax(5_000));
                }
            }
            return 0;
        });
        assertThat(accounts)
                .allSatisfy(account ->
                        assertThat(town.account(account).limits().max()).isEqualTo(5_000));
    }

    /** Many who ask at once for one payee get no further than one after the other. */
    @Test
    void noMoreRequestsAreOpenThanMayBeHoweverManyAskAtOnce() throws Exception {
        PaymentRequests requests = PaymentRequests.of(town.neo, town.ledger);
        AccountId anne = town.member(ANNE);
        AccountId bruno = town.member(BRUNO);
        List<Integer> asked = Crowd.together(CALLERS, caller -> () -> {
            int count = 0;
            for (int number = 0; number < 8; number++) {
                count += ask(requests, bruno, anne);
            }
            return count;
        });
        assertThat(asked.stream().mapToInt(Integer::intValue).sum()).isEqualTo(PaymentRequests.MAX_OPEN_PER_PAYER);
        assertThat(requests.waitingFor(ANNE, anne, 1_000, Optional.empty()).requests())
                .hasSize(PaymentRequests.MAX_OPEN_PER_PAYER);
    }

    private int ask(PaymentRequests requests, AccountId payee, AccountId payer) {
        Instant expires = town.now().plusSeconds(60);
        try {
            requests.ask(
                    BRUNO,
                    new PaymentRequest(
                            town.neo.ids().next(), payee, payer, 1, 1, null, expires, PaymentRequest.State.OPEN, null));
            return 1;
        } catch (RefusedException e) {
            assertThat(e.errorCode()).isEqualTo(LocalError.REQUESTS_TOO_MANY);
            return 0;
        }
    }

    /** Everybody pays, and looks after each payment. */
    @Test
    void anAlarmIsRaisedOnceHoweverManyLook() throws Exception {
        VolumeAlarm alarm = VolumeAlarm.of(town.neo);
        alarm.set(CHIEF, new VolumeRule(AXO, Set.of(71), ZoneOffset.UTC, 200, Fraction.percent(60)));
        List<AccountId> accounts = new ArrayList<>();
        for (int caller = 0; caller <= CALLERS; caller++) {
            accounts.add(town.member(ANNE, 1_000));
        }
        Crowd.together(CALLERS, caller -> () -> {
            for (int number = 0; number < 12; number++) {
                town.ledger.transfer(
                        ANNE,
                        town.pay(accounts.get(caller), accounts.get(CALLERS), 5).code(71));
                town.advance(Duration.ofSeconds(1));
                alarm.check(CHIEF, AXO);
            }
            return 0;
        });
        List<VolumeLevel> told =
                VolumeAlarmTest.told(town).stream().map(VolumeCrossed::level).toList();
        assertThat(told).endsWith(VolumeLevel.REACHED).doesNotHaveDuplicates();
        assertThat(alarm.check(CHIEF, AXO).volume()).isEqualTo(5L * 12 * CALLERS);
    }
}
