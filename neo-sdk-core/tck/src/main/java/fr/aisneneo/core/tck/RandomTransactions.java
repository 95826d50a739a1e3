package fr.aisneneo.core.tck;

import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Whatever is done, the store is what a simple map would be. */
interface RandomTransactions extends StorageContract {

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    default void anyHistoryReadsAsItDoesInAMap(@ForAll(supplier = AnySteps.class) List<Step> steps) {
        Space space = newSpace();
        new ModelRun(space, List.of(space.tenant(), newTenant())).run(steps);
    }
}
