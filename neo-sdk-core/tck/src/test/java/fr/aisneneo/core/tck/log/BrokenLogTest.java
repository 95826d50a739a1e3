package fr.aisneneo.core.tck.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import fr.aisneneo.core.tck.StorageTck;
import fr.aisneneo.core.tck.broken.ContractRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The durable contract can fail too; on the class path, as that of {@code BrokenEngineTest}. */
@Tag("classpath")
class BrokenLogTest {
    static List<Arguments> engines() {
        return List.of(
                Arguments.of(
                        BrokenLogCases.Late.class,
                        List.of(
                                "nothingAcknowledgedIsLostWhenTheProcessIsKilled",
                                "whatFollowsTheLastRecordOfAKilledProcessIsIgnored",
                                "everythingIsThereAfterReopening",
                                "aHistoryThatGoesOnAfterReopeningIsStrictlySerializable",
                                "aCopyIsAStoreOfItsOwn")),
                Arguments.of(
                        BrokenLogCases.Unchecked.class,
                        List.of(
                                "aLogThatWasCutOpensWholeOrIsNamedAsDamaged",
                                "aLogWithAWrongByteOpensWholeOrIsNamedAsDamaged")),
                Arguments.of(
                        BrokenLogCases.Unlocked.class,
                        List.of(
                                "aStoreThatIsOpenCannotBeOpenedAgainInTheSameProcess",
                                "aStoreThatIsOpenCannotBeOpenedByAnotherProcess",
                                "aStoreIsFreeOnceTheProcessThatHeldItIsDead")));
    }

    @Test
    void aStoreThatGoesOnAfterAFailedWriteIsFoundWhereTheDiskCanBeEmptiedAgain() {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/prlimit")), "Skipped: needs prlimit");
        List<String> cases = List.of("aFullDiskIsNamedAndLosesNothingAcknowledged");
        assertThat(ContractRun.of(BrokenLogCases.Undeterred.class, cases).failed())
                .isEqualTo(cases);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("engines")
    void aBrokenEngineFailsTheCasesOfWhatItBreaks(Class<? extends StorageTck> contract, List<String> cases) {
        ContractRun run = ContractRun.of(contract, cases);
        assertThat(run.failed()).containsExactlyInAnyOrderElementsOf(cases);
    }
}
