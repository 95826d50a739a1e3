package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.CreditRule;
import fr.aisneneo.core.ledger.local.Credits;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.PaymentCode;
import fr.aisneneo.core.ledger.local.VolumeMeter;
import fr.aisneneo.core.ledger.local.VolumeReading;
import fr.aisneneo.core.money.Money;
import java.time.Duration;
import java.time.ZoneId;
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

    @Test
    void creditGrowsWithWhatManyPayAndNotWithWhatTwoPassBackAndForth() {
        CreditRule rule = new CreditRule(100, new Fraction(1, 2), 300, 400);
        Credits credits = Credits.of(town.neo, town.ledger);
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
    void aPartnerWithManyAccountsIsOnePartner() {
        CreditRule rule = new CreditRule(0, new Fraction(1, 1), 300, 10_000);
        Credits credits = Credits.of(town.neo, town.ledger);
        for (int number = 0; number < 4; number++) {
            AccountId another = town.member(ANNE, 500);
            town.ledger.transfer(ANNE, town.pay(another, bruno, 200));
            AccountId own = town.member(BRUNO, 500);
            town.ledger.transfer(BRUNO, town.pay(own, bruno, 200));
        }
        town.give(bruno, 5_000);
        assertThat(credits.granted(CHIEF, bruno, rule))
                .as("Anne counts once; what Bruno and the house paid counts for nothing")
                .isEqualTo(300);
    }

    @Test
    void whatIsGivenBackIsNotGained() {
        CreditRule rule = new CreditRule(0, new Fraction(1, 1), 1_000, 1_000);
        Credits credits = Credits.of(town.neo, town.ledger);
        TransferRequest paid = town.pay(anne, bruno, 300);
        town.ledger.transfer(ANNE, paid);
        assertThat(credits.granted(CHIEF, bruno, rule)).isEqualTo(300);
        town.advance(Duration.ofDays(400));
        town.ledger.transfer(
                BRUNO, TransferRequest.reverse(town.id(), paid.id()).amount(100));
        assertThat(credits.granted(CHIEF, bruno, rule)).isEqualTo(200);
        assertThat(credits.granted(CHIEF, anne, rule)).as("a refund is no gain").isZero();
    }

    @Test
    void aCreditRuleThatMakesNoSenseIsRefused() {
        Fraction half = new Fraction(1, 2);
        for (Runnable attempt : new Runnable[] {
            () -> new CreditRule(0, half, 10, -1),
            () -> new CreditRule(-1, half, 10, 100),
            () -> new CreditRule(101, half, 10, 100),
            () -> new CreditRule(0, new Fraction(3, 2), 10, 100),
            () -> new CreditRule(0, half, -1, 100)
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
    }

    /** What is paid back of last year's payments is none of this year's, and what is booked otherwise all the same. */
    @Test
    void aRefundCountsAtTheTimeOfItsPayment() {
        TransferRequest old = town.pay(anne, bruno, 300).code(70);
        town.ledger.transfer(ANNE, old);
        town.advance(Duration.ofDays(300));
        TransferRequest recent = town.pay(anne, bruno, 500).code(70);
        town.ledger.transfer(ANNE, recent);
        town.advance(Duration.ofDays(100));
        VolumeMeter meter = VolumeMeter.of(town.neo);
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 1).volume())
                .isEqualTo(500);
        town.ledger.transfer(BRUNO, TransferRequest.reverse(town.id(), old.id()));
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 1).volume())
                .isEqualTo(500);
        town.ledger.transfer(
                BRUNO,
                TransferRequest.reverse(town.id(), recent.id()).amount(120).code(71));
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70), PARIS, 1).volume())
                .isEqualTo(380);
        assertThat(meter.lastTwelveMonths(CLERK, AXO, Set.of(70, 71), PARIS, 1).volume())
                .isEqualTo(380);
    }
}
