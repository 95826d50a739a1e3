package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.CreditRule;
import fr.aisneneo.core.ledger.local.Credits;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.core.ledger.local.VolumeMeter;
import fr.aisneneo.core.ledger.local.VolumeReading;
import fr.aisneneo.core.ledger.local.Voucher;
import fr.aisneneo.core.ledger.local.Vouchers;
import fr.aisneneo.core.money.Money;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalToolsTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 1_000);
    private final AccountId bruno = town.member(BRUNO);

    @Test
    void theMeterCountsPaymentsOfTheLastTwelveMonthsLessWhatWasGivenBack() {
        TransferRequest paid = town.pay(anne, bruno, 300).code(70);
        town.ledger.transfer(ANNE, paid);
        town.ledger.transfer(
                BRUNO, TransferRequest.reverse(town.id(), paid.id()).amount(50));
        TransferRequest hold = town.hold(anne, bruno, 200, 0).code(70);
        town.ledger.transfer(ANNE, hold);
        town.ledger.transfer(BRUNO, TransferRequest.post(town.id(), hold.id()).amount(120));
        VolumeMeter meter = VolumeMeter.of(town.neo);
        town.advance(Duration.ofDays(1));
        VolumeReading now = meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 371);
        assertThat(now.volume()).isEqualTo(370);
        assertThat(now.reached()).isFalse();
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 370).reached())
                .isTrue();
        town.advance(Duration.ofDays(365));
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 370).volume())
                .isZero();
    }

    @Test
    void aPaymentCodeIsReadAsItWasWrittenAndAMisreadOneIsRefused() {
        PaymentCode full = new PaymentCode(anne, AXO, 450L, 7, new UUID(3, 4));
        PaymentCode open = new PaymentCode(anne, AXO, null, 7, null);
        for (PaymentCode code : new PaymentCode[] {full, open}) {
            String text = code.text();
            assertThat(PaymentCode.parse(text)).isEqualTo(code);
            assertThat(text).matches("[0-9A-Z $%*+./:-]+").hasSizeLessThanOrEqualTo(140);
            for (int place = 0; place < text.length(); place++) {
                char other = text.charAt(place) == '1' ? '2' : '1';
                String misread = text.substring(0, place) + other + text.substring(place + 1);
                assertThat(catchThrowableOfType(InvalidInputException.class, () -> PaymentCode.parse(misread)))
                        .as("misread at %s", place)
                        .isNotNull();
            }
        }
        assertThat(full.money()).isEqualTo(Money.ofMinorUnits(450, AXO));
    }

    private static KeyPair keys() throws NoSuchAlgorithmException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    private Voucher voucher(AccountId fund) {
        return new Voucher(
                town.neo.ids().next(),
                fund,
                Money.ofMinorUnits(200, AXO),
                town.now().plus(Duration.ofDays(30)).truncatedTo(ChronoUnit.SECONDS));
    }

    @Test
    void aVoucherIsRedeemedOnceAndAFalseOneNever() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        assertThat(vouchers.sell(ANNE, voucher, anne, keys.getPrivate())).isEqualTo(text);
        assertThat(town.balance(anne)).isEqualTo(800);

        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.CREATED);
        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.EXISTS);
        assertThat(town.balance(bruno)).isEqualTo(200);
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), anne))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_REDEEMED);
        KeyPair others = keys();
        for (String altered : new String[] {
            text.substring(1),
            text.replace('.', ' '),
            "",
            text + "AAAA",
            vouchers.sell(ANNE, voucher, anne, others.getPrivate())
        }) {
            assertThat(catchThrowableOfType(
                                    InvalidInputException.class,
                                    () -> vouchers.redeem(CHIEF, altered, keys.getPublic(), bruno))
                            .errorCode())
                    .isEqualTo(LocalError.VOUCHER_FALSE);
        }
    }

    @Test
    void theMoneyOfAVoucherThatExpiredGoesBackAndOnlyThen() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        Voucher voucher = voucher(town.house(Side.CREDIT));
        String text = vouchers.sell(ANNE, voucher, anne, keys.getPrivate());
        assertThat(catchThrowableOfType(RefusedException.class, () -> vouchers.reclaim(CHIEF, voucher, anne))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_VALID);
        town.advance(Duration.ofDays(31));
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), bruno))
                        .errorCode())
                .isEqualTo(LocalError.VOUCHER_EXPIRED);
        vouchers.reclaim(CHIEF, voucher, anne);
        assertThat(town.balance(anne)).isEqualTo(1_000);
    }

    @Test
    void creditGrowsWithWhatManyPayAndNotWithWhatTwoPassBackAndForth() {
        CreditRule rule = new CreditRule(100, new Fraction(1, 2), 300, 400);
        Credits credits = Credits.of(town.ledger);
        for (int round = 0; round < 20; round++) {
            town.ledger.transfer(ANNE, town.pay(anne, bruno, 900));
            town.ledger.transfer(BRUNO, town.pay(bruno, anne, 900));
        }
        assertThat(credits.granted(CHIEF, bruno, rule)).as("nothing gained").isEqualTo(100);
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 900));
        assertThat(credits.granted(CHIEF, bruno, rule))
                .as("one partner counts 300")
                .isEqualTo(250);
        for (int partner = 0; partner < 5; partner++) {
            AccountId other = town.member(Town.actor(50 + partner), 500);
            town.status(town.pay(other, bruno, 200));
        }
        assertThat(credits.grow(CHIEF, bruno, rule).limits().min())
                .as("the cap")
                .isEqualTo(-400);
        assertThat(town.status(town.pay(bruno, anne, 1_900 + 400))).isEqualTo(TransferStatus.CREATED);
        assertThat(credits.grow(CHIEF, bruno, rule).limits().min())
                .as("it does not shrink")
                .isEqualTo(-400);
    }

    @Test
    void aPayeeThatCannotBePaidDoesNotSpoilTheVoucher() throws Exception {
        KeyPair keys = keys();
        Vouchers vouchers = Vouchers.of(town.neo, town.ledger, 80);
        String text = vouchers.sell(ANNE, voucher(town.house(Side.CREDIT)), anne, keys.getPrivate());
        town.ledger.changeLimits(CHIEF, bruno, Limits.NEVER_OVERDRAWN.withMax(199));
        for (AccountId payee : new AccountId[] {town.ledger.newAccountId(), bruno}) {
            assertThat(catchThrowableOfType(
                            RefusedException.class, () -> vouchers.redeem(CHIEF, text, keys.getPublic(), payee)))
                    .isNotNull();
        }
        town.ledger.changeLimits(CHIEF, bruno, Limits.NEVER_OVERDRAWN);
        assertThat(vouchers.redeem(CHIEF, text, keys.getPublic(), bruno).status())
                .isEqualTo(TransferStatus.CREATED);
    }
}
