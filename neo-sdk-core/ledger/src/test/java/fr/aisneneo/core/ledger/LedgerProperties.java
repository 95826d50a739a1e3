package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.internal.DerivedIds;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;

/** Random commands, against a slow and obvious ledger: every answer and every counter is the same after every step. */
class LedgerProperties {
    @Provide
    Arbitrary<List<SideBySide.Step>> steps() {
        Arbitrary<Long> small = Arbitraries.longs().between(1, 60);
        Arbitrary<Long> odd = Arbitraries.of(0L, -1L, Long.MAX_VALUE, Long.MAX_VALUE - 40, Long.MAX_VALUE / 2);
        Arbitrary<Long> amounts = Arbitraries.frequencyOf(Tuple.of(12, small), Tuple.of(1, odd));
        Arbitrary<Integer> flags =
                Arbitraries.frequency(Tuple.of(10, 0), Tuple.of(2, 1), Tuple.of(2, 2), Tuple.of(1, 3), Tuple.of(1, 4));
        return Combinators.combine(
                        Arbitraries.integers().between(0, 19),
                        Arbitraries.integers().between(0, 11),
                        Arbitraries.integers().between(0, 11),
                        amounts,
                        Arbitraries.integers().between(0, 30),
                        Arbitraries.integers().between(0, SideBySide.TIMEOUTS.length - 1),
                        flags)
                .as(SideBySide.Step::new)
                .list()
                .ofMinSize(20)
                .ofMaxSize(70);
    }

    @Property(tries = 150, edgeCases = EdgeCasesMode.NONE)
    void theLedgerDoesWhatTheModelDoes(@ForAll("steps") List<SideBySide.Step> steps) {
        try (Town town = new Town()) {
            SideBySide run = new SideBySide(town);
            for (SideBySide.Step step : steps) {
                run.step(step);
                run.compare();
            }
            run.flush();
            run.compare();
        }
    }

    /** Callers that come at the same time share a transaction; each must be answered as if it were alone. */
    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void commandsThatShareATransactionAreDoneAsIfEachWereAlone(
            @ForAll("steps") List<SideBySide.Step> steps, @ForAll @IntRange(min = 2, max = 6) int together) {
        try (Town town = new Town()) {
            SideBySide run = new SideBySide(town, together);
            for (SideBySide.Step step : steps) {
                run.step(step);
                run.compare();
            }
            run.flush();
            run.run();
            run.compare();
            assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void derivedIdsAreVersion8(@ForAll long high, @ForAll long low, @ForAll int number) {
        UUID id = DerivedIds.of(new UUID(high, low), "chain", number);
        assertThat(id.version()).isEqualTo(8);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id).isEqualTo(DerivedIds.of(new UUID(high, low), "chain", number));
    }
}
