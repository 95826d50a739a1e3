package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.CurrencyPlan;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalCurrency;
import fr.aisneneo.core.ledger.local.LocalError;
import fr.aisneneo.core.ledger.local.PaymentSplit;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class LocalCurrencyTest {
    private static final Currency ABEILLE = new Currency("ABEILLE", 2);

    @RegisterExtension
    private final Town town = new Town();

    private final CurrencyPlan plan = new CurrencyPlan(
            ABEILLE,
            Currency.EUR,
            new Fraction(1, 1),
            Fraction.percent(3),
            town.ledger.newAccountId(),
            town.ledger.newAccountId(),
            town.ledger.newAccountId(),
            town.ledger.newAccountId(),
            40,
            Set.of(101));
    private final LocalCurrency currency = LocalCurrency.of(town.ledger, plan);
    private final AccountId anne;
    private final AccountId shop;

    LocalCurrencyTest() {
        currency.found(CHIEF);
        currency.found(CHIEF);
        anne = town.open(AccountTerms.member(ABEILLE, 100, ANNE.party()), Limits.NEVER_OVERDRAWN);
        shop = town.open(AccountTerms.member(ABEILLE, 101, BRUNO.party()), Limits.NEVER_OVERDRAWN);
    }

    private static Money of(long amount) {
        return Money.ofMinorUnits(amount, ABEILLE);
    }

    @Test
    void whatIsIssuedIsInReserveAndIsIssuedOnce() {
        TransferId id = town.id();
        currency.issue(CLERK, id, anne, of(5_000));
        currency.issue(CLERK, id, anne, of(5_000));
        assertThat(town.balance(anne)).isEqualTo(5_000);
        assertThat(currency.circulation(CLERK)).isEqualTo(of(5_000));
        assertThat(currency.reserve(CLERK)).isEqualTo(Money.euroCents(5_000));
    }

    @Test
    void theFeeOfAProfessionalComesOutOfWhatItGivesAndNeverOutOfTheReserve() {
        currency.issue(CLERK, town.id(), shop, of(1_001));
        currency.redeem(CLERK, town.id(), shop, of(1_001));
        assertThat(town.balance(shop)).isZero();
        assertThat(town.balance(plan.fees())).as("3 % of 10.01, rounded up").isEqualTo(31);
        assertThat(currency.circulation(CLERK)).isEqualTo(of(31));
        assertThat(currency.reserve(CLERK)).isEqualTo(Money.euroCents(31));
    }

    @Test
    void nobodyIssuesMoreThanTheReserveCoversNotEvenPastThisClass() {
        currency.issue(CLERK, town.id(), anne, of(100));
        TransferRequest issuing = TransferRequest.pay(town.id(), plan.issue(), anne, of(1), 40);
        assertThat(town.status(issuing)).isEqualTo(TransferStatus.EXCEEDS_RESERVE);
        TransferRequest draining =
                TransferRequest.pay(town.id(), plan.deposits(), plan.reserve(), Money.euroCents(1), 40);
        assertThat(town.status(draining)).isEqualTo(TransferStatus.EXCEEDS_RESERVE);
        TransferRequest later = TransferRequest.hold(town.id(), plan.issue(), anne, of(1), 40, 60);
        assertThat(town.status(later)).isEqualTo(TransferStatus.EXCEEDS_RESERVE);
    }

    @Test
    void whateverIsTriedTheReserveCoversWhatIsInCirculation() {
        Random random = new Random(11);
        for (int step = 0; step < 200; step++) {
            int amount = 1 + random.nextInt(300);
            TransferId id = town.id();
            TransferRequest direct = random.nextBoolean()
                    ? TransferRequest.pay(id, plan.issue(), shop, of(amount), 40)
                    : TransferRequest.pay(id, plan.deposits(), plan.reserve(), Money.euroCents(amount), 40);
            switch (random.nextInt(4)) {
                case 0 -> currency.issue(CLERK, id, shop, of(amount));
                case 1 -> attempt(() -> currency.redeem(CLERK, id, shop, of(amount)));
                case 2 -> town.status(TransferRequest.hold(id, plan.issue(), shop, of(amount), 40, 0));
                default -> town.status(direct);
            }
            assertThat(currency.reserve(CLERK).minorUnits())
                    .isGreaterThanOrEqualTo(currency.circulation(CLERK).minorUnits());
        }
        assertThat(currency.circulation(CLERK).minorUnits()).isPositive();
    }

    private static void attempt(Runnable command) {
        try {
            command.run();
        } catch (RefusedException e) {
            assertThat(e.errorCode()).isInstanceOf(TransferStatus.class);
        }
    }

    @Test
    void membersDoNotIssueMoney() {
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> currency.issue(ANNE, town.id(), anne, of(100))))
                .isNotNull();
        assertThat(currency.circulation(CLERK)).isEqualTo(of(0));
    }

    @Test
    void anAmountThatIsNoWholeCentIsRefused() {
        CurrencyPlan coarse = new CurrencyPlan(
                new Currency("HEURE", 0),
                Currency.EUR,
                new Fraction(1, 3),
                Fraction.ZERO,
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                town.ledger.newAccountId(),
                41,
                Set.of());
        LocalCurrency hours = LocalCurrency.of(town.ledger, coarse);
        assertThat(hours.worth(Money.ofMinorUnits(9, coarse.currency()))).isEqualTo(Money.euroCents(3));
        assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> hours.worth(Money.ofMinorUnits(10, coarse.currency())))
                        .errorCode())
                .isEqualTo(LocalError.NOT_CONVERTIBLE);
    }

    @Test
    void anAccountWithAPastCannotBeTiedToAReserveAnyMore() {
        assertThat(catchThrowableOfType(
                                RefusedException.class, () -> town.ledger.back(CHIEF, town.issue, plan.reserve(), 1, 1))
                        .errorCode())
                .isEqualTo(LedgerError.BACKING_LATE);
    }

    @Test
    void theLocalPartOfAPriceNeedsNoChange() {
        assertThat(List.of(
                        PaymentSplit.of(840, 5_000, 100),
                        PaymentSplit.of(840, 5_000, 1),
                        PaymentSplit.of(840, 350, 100),
                        PaymentSplit.of(40, 350, 100)))
                .containsExactly(
                        new PaymentSplit(800, 40),
                        new PaymentSplit(840, 0),
                        new PaymentSplit(300, 540),
                        new PaymentSplit(0, 40));
    }

    @Test
    void onlyProfessionalsHaveEurosBack() {
        currency.issue(CLERK, town.id(), anne, of(500));
        RefusedException refusal =
                catchThrowableOfType(RefusedException.class, () -> currency.redeem(CLERK, town.id(), anne, of(500)));
        assertThat(refusal.errorCode()).isEqualTo(LocalError.REDEEM_NOT_ALLOWED);
        assertThat(refusal.facts()).containsEntry("place", 100);
        assertThat(catchThrowableOfType(
                        NotFoundException.class,
                        () -> currency.redeem(CLERK, town.id(), town.ledger.newAccountId(), of(500))))
                .isNotNull();
        assertThat(currency.circulation(CLERK)).isEqualTo(of(500));
        town.ledger.transfer(CLERK, TransferRequest.pay(town.id(), anne, shop, of(500), 7));
        currency.redeem(CLERK, town.id(), shop, of(500));
        assertThat(town.balance(shop)).isZero();
    }

    @Test
    void aPlanThatMakesNoSenseIsRefused() {
        for (Runnable attempt : new Runnable[] {
            () -> plan(Fraction.percent(101), 40, Set.of(101)),
            () -> plan(Fraction.percent(3), 0, Set.of(101)),
            () -> plan(Fraction.percent(3), 65_536, Set.of(101)),
            () -> plan(Fraction.percent(3), 40, Set.of(0)),
            () -> plan(Fraction.percent(3), 40, Set.of(65_536))
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
    }

    private CurrencyPlan plan(Fraction fee, int code, Set<Integer> redeemers) {
        return new CurrencyPlan(
                ABEILLE,
                Currency.EUR,
                plan.peg(),
                fee,
                plan.issue(),
                plan.reserve(),
                plan.deposits(),
                plan.fees(),
                code,
                redeemers);
    }
}
