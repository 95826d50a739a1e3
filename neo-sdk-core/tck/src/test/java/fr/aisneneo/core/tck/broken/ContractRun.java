package fr.aisneneo.core.tck.broken;

import fr.aisneneo.core.tck.StorageTck;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Cases of a contract, run as a build would run them.
 *
 * @param passed the names of those that passed
 * @param failed the names of those that failed
 * @param skipped the names of those that were skipped
 */
public record ContractRun(List<String> passed, List<String> failed, List<String> skipped) {
    static final String MODEL = "anyHistoryReadsAsItDoesInAMap";
    static final String TUPLES = "anyTuplesComeBackInTheirOrder";
    /** Those that take a parameter, by which they are found. */
    static final Set<String> PROPERTIES = Set.of(MODEL, TUPLES);

    /** Runs some cases of a contract. */
    public static ContractRun of(Class<? extends StorageTck> contract, List<String> cases) {
        List<DiscoverySelector> selectors = new ArrayList<>();
        for (String name : cases) {
            selectors.add(
                    PROPERTIES.contains(name)
                            ? DiscoverySelectors.selectMethod(contract, name, List.class.getName())
                            : DiscoverySelectors.selectMethod(contract, name));
        }
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .configurationParameter("jqwik.database", "target/jqwik-database-of-broken-engines")
                .configurationParameter("jqwik.shrinking.default", "OFF")
                .configurationParameter("jqwik.reporting.usejunitplatform", "true")
                .build();
        ContractRun run = new ContractRun(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    run.note(test.getLegacyReportingName().replaceAll("\\(.*", ""), result.getStatus());
                }
            }
        });
        return run;
    }

    private void note(String name, TestExecutionResult.Status status) {
        switch (status) {
            case SUCCESSFUL -> passed.add(name);
            case FAILED -> failed.add(name);
            case ABORTED -> skipped.add(name);
        }
    }
}
