package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.MEMBERS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferStatus;
import fr.aisneneo.core.ledger.local.Demurrage;
import fr.aisneneo.core.ledger.local.DemurrageRule;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.LocalError;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class DemurrageTest {
    @RegisterExtension
    private final Town town = new Town();

    private final AccountId fund = town.house(Side.CREDIT);
    private final AccountId anne = town.member(ANNE);
    private final AccountId bruno = town.member(BRUNO);
    private final Demurrage demurrage = Demurrage.of(town.neo, town.ledger);

    private DemurrageRule on(String day) {
        return new DemurrageRule(
                "fonte", Fraction.percent(2), LocalDate.parse(day), ZoneId.of("Europe/Paris"), AXO, MEMBERS, fund, 60);
    }

    @Test
    void twoPercentAreTakenOnceHoweverOftenItIsRun() {
        town.give(anne, 5_000);
        town.give(bruno, 100);
        assertThat(catchThrowableOfType(RefusedException.class, () -> demurrage.run(CHIEF, on("2027-04-01")))
                        .errorCode())
                .isEqualTo(LocalError.DEMURRAGE_EARLY);
        town.advance(Duration.ofDays(200));
        assertThat(demurrage.run(CHIEF, on("2027-04-01"))).isEqualTo(102);
        assertThat(demurrage.run(CHIEF, on("2027-04-01"))).isZero();
        assertThat(town.balance(anne)).isEqualTo(4_900);
        assertThat(town.balance(fund)).isEqualTo(102);
    }

    private DemurrageRule rule(Fraction rate, AccountId to, int code) {
        return new DemurrageRule(
                "fonte", rate, LocalDate.parse("2026-12-01"), ZoneId.of("Europe/Paris"), AXO, MEMBERS, to, code);
    }

    @Test
    void aRuleWithARateOrACodeThatMakesNoSenseIsNone() {
        for (Runnable attempt : new Runnable[] {
            () -> rule(Fraction.ZERO, fund, 60),
            () -> rule(Fraction.percent(101), fund, 60),
            () -> rule(Fraction.percent(2), fund, 0),
            () -> rule(Fraction.percent(2), fund, 65_536)
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run)
                            .errorCode())
                    .isEqualTo(CoreError.INPUT_OUT_OF_RANGE);
        }
        assertThat(rule(Fraction.percent(100), fund, 65_535).code()).isEqualTo(65_535);
    }

    @Test
    void aFundThatTakesNothingIsToldAndTheSameDayIsTakenOnceItIsSetRight() {
        town.give(anne, 1_000);
        town.advance(Duration.ofDays(30));
        DemurrageRule nowhere = rule(Fraction.percent(2), town.ledger.newAccountId(), 60);
        assertThat(catchThrowableOfType(RefusedException.class, () -> demurrage.run(CHIEF, nowhere))
                        .errorCode())
                .isEqualTo(TransferStatus.CREDIT_ACCOUNT_NOT_FOUND);
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(20);
        assertThat(town.balance(fund)).isEqualTo(20);
    }

    @Test
    void whatIsLessThanACentIsNotLostAndNotTakenForEver() {
        town.give(anne, 20);
        int taken = 0;
        LocalDate day = LocalDate.parse("2026-12-01");
        for (int month = 0; month < 10; month++) {
            town.advance(Duration.ofDays(31));
            taken += (int) demurrage.run(CHIEF, on(day.plusMonths(month).toString()));
        }
        // 2 % of 20 is 0.4: taken as 1 when it is due, and then 2 % of what is left.
        assertThat(taken).isEqualTo(3);
        assertThat(town.balance(anne)).isEqualTo(17);
    }

    @Test
    void whatLayThereWhenTheDayBeganCounts() {
        town.give(anne, 1_000);
        town.advance(Duration.ofDays(30));
        town.give(anne, 9_000);
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(20);
    }

    /** To another member or to the house: whoever sets money aside over midnight has kept it. */
    @Test
    void whatIsSetAsideOverMidnightCountsAsWhatLiesThere() {
        town.give(anne, 1_000);
        town.ledger.transfer(ANNE, town.hold(anne, bruno, 400, 5 * 86_400));
        town.ledger.transfer(ANNE, town.hold(anne, town.house(Side.CREDIT), 600, 5 * 86_400));
        town.advance(Duration.ofDays(4).plusHours(20));
        assertThat(demurrage.run(CHIEF, on("2026-12-01")))
                .as("all is set aside")
                .isZero();
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isZero();
        town.advance(Duration.ofDays(1));
        assertThat(demurrage.run(CHIEF, on("2026-12-01")))
                .as("it is free again")
                .isEqualTo(20);
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isZero();
        town.advance(Duration.ofDays(1));
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).as("and taken once").isZero();
        assertThat(town.balance(anne)).isEqualTo(980);
    }

    @Test
    void aPartOfWhatIsOwedIsTakenAsSoonAsItIsThereAndAtMostOnceADay() {
        town.give(anne, 1_000);
        town.advance(Duration.ofDays(30));
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 993));
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(7);
        town.give(anne, 5);
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(5);
        town.give(anne, 100);
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).as("today was today").isZero();
        town.advance(Duration.ofDays(1));
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(8);
        assertThat(town.balance(anne)).isEqualTo(92);
    }

    /** Sums in exact fractions: what was taken and what is still owed is the rate of everything that lay there. */
    @Test
    void overManyDaysNothingIsLostToRoundingAndNothingIsAdded() {
        Random random = new Random(5);
        town.give(anne, 10_000);
        long counted = 0;
        long taken = 0;
        for (int day = 0; day < 60; day++) {
            long lying = town.balance(anne);
            town.advance(Duration.ofDays(1));
            counted += lying;
            taken += demurrage.run(
                    CHIEF, on(LocalDate.parse("2026-11-27").plusDays(day).toString()));
            town.ledger.transfer(CHIEF, town.pay(anne, town.issue, 1 + random.nextInt(99)));
            assertThat(taken).isEqualTo(2 * counted / 100);
        }
    }

    @Test
    void whatIsNotThereAnyMoreStaysOwed() {
        town.give(anne, 1_000);
        town.advance(Duration.ofDays(30));
        town.ledger.transfer(ANNE, town.pay(anne, bruno, 995));
        assertThat(demurrage.run(CHIEF, on("2026-12-01"))).isEqualTo(5);
        town.advance(Duration.ofDays(30));
        town.give(anne, 1_000);
        assertThat(town.balance(anne)).isEqualTo(1_000);
        long before = town.balance(fund);
        demurrage.run(CHIEF, on("2026-12-27"));
        assertThat(town.balance(anne))
                .as("15 still owed; nothing lay there on the day")
                .isEqualTo(985);
        assertThat(town.balance(fund) - before)
                .as("and 19 of the other one's 995")
                .isEqualTo(15 + 19);
    }
}
