package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.AXO;
import static fr.aisneneo.core.ledger.Town.CHIEF;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.local.Clearing;
import fr.aisneneo.core.ledger.local.Debt;
import fr.aisneneo.core.ledger.local.LocalError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ClearingProperties {
    private static AccountId member(int number) {
        return new AccountId(new UUID(66, number));
    }

    private static Arbitrary<Debt> debts(int members, long most) {
        return Combinators.combine(
                        Arbitraries.integers().between(0, members - 1),
                        Arbitraries.integers().between(1, members - 1),
                        Arbitraries.longs().between(1, most))
                .as((debtor, away, amount) -> new Debt(member(debtor), member((debtor + away) % members), amount));
    }

    @Provide
    Arbitrary<List<Debt>> few() {
        return debts(4, 3).list().ofMinSize(1).ofMaxSize(6);
    }

    @Provide
    Arbitrary<List<Debt>> many() {
        return debts(12, 500).list().ofMinSize(1).ofMaxSize(60);
    }

    private static long sum(List<Debt> debts) {
        return debts.stream().mapToLong(Debt::amount).sum();
    }

    private static Map<AccountId, Long> positions(List<Debt> debts) {
        Map<AccountId, Long> positions = new HashMap<>();
        for (Debt debt : debts) {
            positions.merge(debt.debtor(), -debt.amount(), Long::sum);
            positions.merge(debt.creditor(), debt.amount(), Long::sum);
        }
        return positions;
    }

    /** The greatest sum of all ways to settle, each of which is tried. */
    private static long best(List<Debt> debts, int index, List<Debt> chosen) {
        if (index == debts.size()) {
            return positions(chosen).values().stream().allMatch(net -> net == 0) ? sum(chosen) : -1;
        }
        Debt debt = debts.get(index);
        long best = best(debts, index + 1, chosen);
        for (long amount = 1; amount <= debt.amount(); amount++) {
            chosen.add(new Debt(debt.debtor(), debt.creditor(), amount));
            best = Math.max(best, best(debts, index + 1, chosen));
            chosen.remove(chosen.size() - 1);
        }
        return best;
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void noOtherProposalSettlesMore(@ForAll("few") List<Debt> debts) {
        assertThat(sum(Clearing.propose(debts))).isEqualTo(best(debts, 0, new ArrayList<>()));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
    void everybodyOwesByItWhatIsOwedToThem(@ForAll("many") List<Debt> debts) {
        List<Debt> proposal = Clearing.propose(debts);
        assertThat(positions(proposal).values()).allMatch(net -> net == 0);
        assertThat(sum(proposal)).isLessThanOrEqualTo(sum(debts));
        assertThat(Clearing.propose(remaining(debts, proposal)))
                .as("nothing goes round any more")
                .isEmpty();
    }

    private static List<Debt> remaining(List<Debt> debts, List<Debt> proposal) {
        List<Debt> settled = new ArrayList<>(proposal);
        List<Debt> remaining = new ArrayList<>();
        for (Debt debt : debts) {
            boolean next = !settled.isEmpty()
                    && settled.get(0).debtor().equals(debt.debtor())
                    && settled.get(0).creditor().equals(debt.creditor())
                    && settled.get(0).amount() <= debt.amount();
            long left = next ? debt.amount() - settled.remove(0).amount() : debt.amount();
            if (left > 0) {
                remaining.add(new Debt(debt.debtor(), debt.creditor(), left));
            }
        }
        return remaining;
    }

    @Example
    void membersWithoutACentSettleWhatGoesRound() {
        try (Town town = new Town()) {
            AccountId a = town.member(ANNE);
            AccountId b = town.member(ANNE);
            AccountId c = town.member(ANNE);
            AccountId house = town.house(Side.CREDIT);
            List<Debt> proposal =
                    Clearing.propose(List.of(new Debt(a, b, 100), new Debt(b, c, 80), new Debt(c, a, 120)));
            assertThat(sum(proposal)).isEqualTo(240);
            TransferId id = town.id();
            assertThat(Clearing.settle(town.ledger, CHIEF, id, proposal, house, AXO, 90))
                    .hasSize(6);
            Clearing.settle(town.ledger, CHIEF, id, proposal, house, AXO, 90);
            for (AccountId account : List.of(a, b, c, house)) {
                assertThat(town.balance(account)).isZero();
                assertThat(town.account(account).counters().debitsPosted()).isGreaterThanOrEqualTo(80);
            }
        }
    }

    @Example
    void aListThatIsNotBalancedIsNotBooked() {
        try (Town town = new Town()) {
            AccountId a = town.member(ANNE, 1_000);
            AccountId b = town.member(ANNE);
            AccountId house = town.house(Side.CREDIT);
            Debt there = new Debt(a, b, 100);
            for (List<Debt> proposal : List.of(
                    List.of(there),
                    List.of(there, new Debt(b, a, 99)),
                    List.of(there, new Debt(b, member(1), 100)),
                    List.of(there, new Debt(b, a, 100), new Debt(a, b, 1)))) {
                assertThat(catchThrowableOfType(
                                        InvalidInputException.class,
                                        () -> Clearing.settle(town.ledger, CHIEF, town.id(), proposal, house, AXO, 90))
                                .errorCode())
                        .isEqualTo(LocalError.CLEARING_UNBALANCED);
            }
            for (List<Debt> proposal : List.of(
                    List.<Debt>of(),
                    List.of(new Debt(a, a, 5)),
                    List.of(new Debt(a, b, 0), new Debt(b, a, 0)),
                    List.of(new Debt(a, b, -5), new Debt(b, a, -5)),
                    List.of(new Debt(a, house, 5), new Debt(house, a, 5)),
                    List.of(new Debt(a, b, Long.MAX_VALUE), new Debt(b, a, Long.MAX_VALUE)))) {
                assertThat(catchThrowableOfType(
                                InvalidInputException.class,
                                () -> Clearing.settle(town.ledger, CHIEF, town.id(), proposal, house, AXO, 90)))
                        .isNotNull();
            }
            assertThat(town.balance(a)).isEqualTo(1_000);
            assertThat(town.balance(house)).isZero();
        }
    }
}
