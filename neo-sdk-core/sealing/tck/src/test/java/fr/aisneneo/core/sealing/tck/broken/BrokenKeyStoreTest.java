package fr.aisneneo.core.sealing.tck.broken;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.sealing.tck.KeyStoreTck;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * A contract that cannot fail proves nothing: each broken key store fails the cases that are about what it breaks. On
 * the class path, since the module of the contract does not read the launcher.
 */
@Tag("classpath")
class BrokenKeyStoreTest {

    static List<Arguments> keyStores() {
        return List.of(
                Arguments.of(
                        BrokenKeyStoreCases.Reviving.class,
                        List.of(
                                "destroyedKeysAreNeverMadeAnew",
                                "aPersonWithoutKeysIsDestroyedToo",
                                "rotatingBringsNobodyBack")),
                Arguments.of(
                        BrokenKeyStoreCases.WithoutTenants.class,
                        List.of(
                                "everyNameHasAKeyOfItsOwn",
                                "namesThatLookAlikeAreKeptApart",
                                "thePersonIsUntouchedInAnotherTenant")),
                Arguments.of(
                        BrokenKeyStoreCases.ForgetfulRotation.class,
                        List.of("rotatingKeepsEveryKeyAsItWas", "rotatingKeepsNobodyFromTheirKeys")),
                Arguments.of(BrokenKeyStoreCases.LookThenMake.class, List.of("whoeverAsksAtTheSameTimeGetsTheSameKey")),
                Arguments.of(
                        BrokenKeyStoreCases.Unwritten.class,
                        List.of("aKeyThatWasGivenOutIsThereAfterAKill", "whoWasDestroyedNeverComesBackAfterAKill")),
                Arguments.of(
                        BrokenKeyStoreCases.Unread.class, List.of("aFileThatWasCutOffOrOverwrittenIsRefusedByName")),
                Arguments.of(BrokenKeyStoreCases.Chatty.class, List.of("noTextShowsAKey")),
                Arguments.of(BrokenKeyStoreCases.Staying.class, List.of("aClosedOneIsRefused")),
                Arguments.of(
                        BrokenKeyStoreCases.LosingTombstones.class, List.of("whoWasDestroyedStaysSoAfterReopening")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("keyStores")
    void aBrokenKeyStoreFailsTheCasesOfWhatItBreaks(Class<? extends KeyStoreTck> contract, List<String> cases) {
        Map<String, Status> ran = run(cases.stream()
                .map(name -> DiscoverySelectors.selectMethod(contract, name))
                .toList());
        assertThat(ran).containsOnlyKeys(cases);
        assertThat(ran).allSatisfy((name, status) -> assertThat(status).isEqualTo(Status.FAILED));
    }

    @Test
    void aSoundOnePassesAndIsNotAskedForWhatItSaysItLacks() {
        Map<String, Status> ran = run(List.of(DiscoverySelectors.selectClass(BrokenKeyStoreCases.Sound.class)));
        assertThat(ran).allSatisfy((name, status) -> assertThat(status).isNotEqualTo(Status.FAILED));
        assertThat(ran.values()).filteredOn(Status.SUCCESSFUL::equals).hasSizeGreaterThan(20);
        assertThat(ran)
                .containsEntry("aClosedOneIsRefused", Status.ABORTED)
                .containsEntry("everyKeyIsThereAfterReopening", Status.ABORTED)
                .containsEntry("whatOneDidTheOtherSees", Status.ABORTED)
                .containsEntry("aKeyThatWasGivenOutIsThereAfterAKill", Status.ABORTED);
    }

    private static Map<String, Status> run(List<? extends DiscoverySelector> selectors) {
        Map<String, Status> ran = new TreeMap<>();
        LauncherFactory.create()
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectors)
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                                if (test.isTest()) {
                                    ran.put(test.getLegacyReportingName().replaceAll("\\(.*", ""), result.getStatus());
                                }
                            }
                        });
        return ran;
    }
}
