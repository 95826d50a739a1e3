package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.CHIEF;
import static fr.aisneneo.core.ledger.Town.CLERK;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class LocalCurrencyProperties {
    private static final int STEPS = 80;

    /** Whatever happens, each balance is that of the model, the reserve covers the circulation, and sums are zero. */
    @Property(tries = 40, edgeCases = EdgeCasesMode.NONE)
    void aLocalCurrencyDoesWhatTheModelDoes(@ForAll long seed) {
        try (Town town = new Town()) {
            LocalStream stream = new LocalStream(town, seed);
            for (int step = 0; step < STEPS; step++) {
                String done = stream.step();
                stream.model.balances.forEach((account, balance) -> assertThat(town.balance(account))
                        .as("%s, %s", done, account)
                        .isEqualTo(balance));
                long circulating = stream.currency.circulation(CLERK).minorUnits();
                assertThat(circulating)
                        .as(done)
                        .isEqualTo(stream.model.issued)
                        .isEqualTo(stream.model.balances.values().stream()
                                .mapToLong(Long::longValue)
                                .sum());
                assertThat(stream.currency.reserve(CLERK).minorUnits()).as(done).isGreaterThanOrEqualTo(circulating);
                assertThat(town.ledger.history().trialBalance(CHIEF).balances())
                        .as(done)
                        .isTrue();
            }
            assertThat(town.ledger.history().audit(CHIEF).wrong()).isEmpty();
        }
    }
}
