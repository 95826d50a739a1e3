package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.BRUNO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static fr.aisneneo.core.ledger.local.VolumeLevel.NEAR;
import static fr.aisneneo.core.ledger.local.VolumeLevel.REACHED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.NotFoundException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.local.Fraction;
import fr.aisneneo.core.ledger.local.VolumeAlarm;
import fr.aisneneo.core.ledger.local.VolumeCrossed;
import fr.aisneneo.core.ledger.local.VolumeLevel;
import fr.aisneneo.core.ledger.local.VolumeRule;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class VolumeAlarmTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @RegisterExtension
    private final Town town = new Town();

    private final AccountId anne = town.member(ANNE, 100_000);
    private final AccountId bruno = town.member(BRUNO);
    private final VolumeAlarm alarm = VolumeAlarm.of(town.neo);

    private static VolumeRule rule(long threshold) {
        return new VolumeRule(AXO, Set.of(Town.BREAD + 1), PARIS, threshold, Fraction.percent(80));
    }

    private TransferRequest bought(long amount) {
        TransferRequest request = town.pay(anne, bruno, amount).code(Town.BREAD + 1);
        town.ledger.transfer(ANNE, request);
        town.advance(Duration.ofSeconds(1));
        return request;
    }

    static List<VolumeCrossed> told(Town town) {
        return town.neo.journal().history(CHIEF, VolumeAlarm.aggregate(AXO), 0, 1_000).stream()
                .map(event -> town.neo.journal().payload(event, VolumeAlarm.CROSSED))
                .toList();
    }

    private List<VolumeLevel> levels() {
        alarm.check(CLERK, AXO);
        return told(town).stream().map(VolumeCrossed::level).toList();
    }

    @Test
    void eachCrossingIsToldOnceBeforeTheThresholdAndAtIt() {
        alarm.set(CHIEF, rule(1_000));
        assertThat(alarm.check(CLERK, AXO).volume()).isZero();
        bought(799);
        assertThat(levels()).isEmpty();
        bought(1);
        assertThat(levels()).containsExactly(NEAR);
        assertThat(levels()).containsExactly(NEAR);
        bought(199);
        assertThat(levels()).containsExactly(NEAR);
        bought(1);
        assertThat(levels()).containsExactly(NEAR, REACHED);
        bought(5_000);
        alarm.set(CHIEF, rule(1_000));
        assertThat(levels()).containsExactly(NEAR, REACHED);
        assertThat(told(town).get(1).volume()).isEqualTo(1_000);
        assertThat(told(town).get(1).threshold()).isEqualTo(1_000);
    }

    @Test
    void whatFallsBackAndRisesAgainIsToldAgain() {
        alarm.set(CHIEF, rule(1_000));
        bought(1_200);
        assertThat(levels()).as("straight to it").containsExactly(REACHED);
        town.advance(Duration.ofDays(366));
        assertThat(levels()).containsExactly(REACHED);
        TransferRequest much = bought(1_100);
        assertThat(levels()).containsExactly(REACHED, REACHED);
        town.ledger.transfer(
                BRUNO, TransferRequest.reverse(town.id(), much.id()).amount(200));
        town.advance(Duration.ofSeconds(1));
        assertThat(levels()).containsExactly(REACHED, REACHED);
        bought(100);
        assertThat(levels()).containsExactly(REACHED, REACHED, REACHED);
    }

    @Test
    void aClockThatIsSetBackDoesNotTellTwice() {
        alarm.set(CHIEF, rule(1_000));
        bought(1_000);
        assertThat(levels()).containsExactly(REACHED);
        town.advance(Duration.ofHours(-1));
        assertThat(levels()).containsExactly(REACHED);
        town.advance(Duration.ofHours(2));
        assertThat(levels()).containsExactly(REACHED);
    }

    @Test
    void withAnotherThresholdNothingHasBeenToldYet() {
        alarm.set(CHIEF, rule(1_000));
        bought(1_000);
        assertThat(levels()).containsExactly(REACHED);
        alarm.set(CHIEF, rule(1_100));
        assertThat(levels()).containsExactly(REACHED, NEAR);
    }

    @Test
    void itIsStillKnownAfterARestart(@TempDir Path folder) {
        for (int life = 0; life < 3; life++) {
            try (Town again = new Town("rocksdb:" + folder.resolve("store"))) {
                again.advance(Duration.ofHours(life));
                VolumeAlarm alarms = VolumeAlarm.of(again.neo);
                alarms.set(CHIEF, rule(1_000));
                AccountId from = again.member(ANNE, 1_000);
                again.ledger.transfer(
                        ANNE, again.pay(from, again.member(BRUNO), 1_000).code(Town.BREAD + 1));
                again.advance(Duration.ofSeconds(1));
                alarms.check(CLERK, AXO);
                assertThat(told(again)).extracting(VolumeCrossed::level).containsExactly(REACHED);
            }
        }
    }

    @Test
    void onlyStaffSetsAndLooksAndOnlyAtWhatIsSet() {
        assertThat(catchThrowableOfType(NotFoundException.class, () -> alarm.check(CLERK, AXO)))
                .isNotNull();
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> alarm.set(CLERK, rule(5))))
                .isNotNull();
        alarm.set(CHIEF, rule(5));
        assertThat(catchThrowableOfType(ForbiddenException.class, () -> alarm.check(ANNE, AXO)))
                .isNotNull();
    }

    @Test
    void aRuleThatMakesNoSenseIsRefused() {
        Fraction most = Fraction.percent(80);
        for (Runnable attempt : new Runnable[] {
            () -> rule(0),
            () -> new VolumeRule(AXO, Set.of(), PARIS, 5, most),
            () -> new VolumeRule(AXO, Set.of(0), PARIS, 5, most),
            () -> new VolumeRule(AXO, Set.of(65_536), PARIS, 5, most),
            () -> new VolumeRule(AXO, Set.of(1), PARIS, 5, Fraction.ZERO),
            () -> new VolumeRule(AXO, Set.of(1), PARIS, 5, Fraction.percent(101))
        }) {
            assertThat(catchThrowableOfType(InvalidInputException.class, attempt::run))
                    .isNotNull();
        }
        assertThat(VolumeRule.FRANCE_CENTS).isEqualTo(1_000_000L * 100);
    }
}
