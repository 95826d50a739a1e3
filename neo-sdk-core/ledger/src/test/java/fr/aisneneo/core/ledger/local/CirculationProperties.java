package fr.aisneneo.core.ledger.local;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.ledger.book.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CirculationProperties {
    private static final long HUGE = 1L << 40;

    private static Debt debt(int from, int to, long amount) {
        return new Debt(new AccountId(new UUID(66, from)), new AccountId(new UUID(66, to)), amount);
    }

    /** Graphs of a few to many accounts, with amounts that are all small, all alike, or far apart. */
    @Provide
    Arbitrary<List<Debt>> graphs() {
        return Arbitraries.longs().map(seed -> {
            Random random = new Random(seed);
            int nodes = 2 + random.nextInt(14);
            int size = 1 + random.nextInt(80);
            int kind = random.nextInt(3);
            List<Debt> debts = new ArrayList<>();
            for (int edge = 0; edge < size; edge++) {
                int from = random.nextInt(nodes);
                int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
                long small = 1L + random.nextInt(5);
                long amount = kind == 0 ? small : kind == 1 ? HUGE : random.nextBoolean() ? HUGE - small : small;
                debts.add(debt(from, to, amount));
            }
            return debts;
        });
    }

    /**
     * A circulation is the greatest if and only if no cycle settles more than it takes back, among what may still be
     * settled or be taken back: which is looked for here with all of Bellman's and Ford's rounds.
     */
    private static boolean isGreatest(List<Debt> debts, long[] settled) {
        Map<AccountId, Long> cost = new HashMap<>();
        debts.forEach(debt -> {
            cost.put(debt.debtor(), 0L);
            cost.put(debt.creditor(), 0L);
        });
        for (int round = 0; round <= cost.size(); round++) {
            boolean changed = false;
            for (int edge = 0; edge < settled.length; edge++) {
                Debt debt = debts.get(edge);
                if (settled[edge] < debt.amount()) {
                    changed |= lower(cost, debt.debtor(), debt.creditor(), -1);
                }
                if (settled[edge] > 0) {
                    changed |= lower(cost, debt.creditor(), debt.debtor(), 1);
                }
            }
            if (!changed) {
                return true;
            }
        }
        return false;
    }

    private static boolean lower(Map<AccountId, Long> cost, AccountId from, AccountId to, long by) {
        long reached = cost.get(from) + by;
        if (reached >= cost.get(to)) {
            return false;
        }
        cost.put(to, reached);
        return true;
    }

    private static void requireCirculation(List<Debt> debts, long[] settled) {
        Map<AccountId, Long> net = new HashMap<>();
        for (int edge = 0; edge < settled.length; edge++) {
            assertThat(settled[edge]).isBetween(0L, debts.get(edge).amount());
            net.merge(debts.get(edge).debtor(), -settled[edge], Long::sum);
            net.merge(debts.get(edge).creditor(), settled[edge], Long::sum);
        }
        assertThat(net.values()).allMatch(sum -> sum == 0);
    }

    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
    void itIsACirculationAndNoneIsGreater(@ForAll("graphs") List<Debt> debts) {
        long[] settled = new Circulation(debts).greatest();
        requireCirculation(debts, settled);
        assertThat(isGreatest(debts, settled)).isTrue();
    }

    /** A long way and a rung of one at each step, which a method that follows the amounts goes up and down for ever. */
    private static List<Debt> zigzag(int rungs) {
        List<Debt> debts = new ArrayList<>();
        for (int step = 0; step < rungs; step++) {
            debts.add(debt(2 * step, 2 * step + 2, HUGE - step));
            debts.add(debt(2 * step + 1, 2 * step + 3, HUGE - 2L * step));
            debts.add(debt(2 * step, 2 * step + 1, 1));
            debts.add(debt(2 * step + 3, 2 * step + 2, 1));
        }
        debts.add(debt(2 * rungs, 1, HUGE));
        debts.add(debt(2 * rungs + 1, 0, HUGE));
        return debts;
    }

    /** Cycles of every length through one account: the cheapest way to take back grows and grows. */
    private static List<Debt> fan(int cycles) {
        List<Debt> debts = new ArrayList<>();
        for (int step = 0; step < cycles; step++) {
            debts.add(debt(step, step + 1, HUGE));
            debts.add(debt(step + 1, 0, step % 2 == 0 ? 1 : HUGE >> step % 40));
        }
        return debts;
    }

    /** Nothing goes round: all is taken back. */
    private static List<Debt> dead(int length) {
        List<Debt> debts = new ArrayList<>();
        for (int step = 0; step < length; step++) {
            debts.add(debt(step, step + 1, step % 2 == 0 ? HUGE : 1));
        }
        return debts;
    }

    private static List<Debt> random(int nodes, int size, long seed) {
        Random random = new Random(seed);
        List<Debt> debts = new ArrayList<>();
        for (int edge = 0; edge < size; edge++) {
            int from = random.nextInt(nodes);
            int to = (from + 1 + random.nextInt(nodes - 1)) % nodes;
            debts.add(debt(from, to, random.nextBoolean() ? HUGE - random.nextInt(1_000) : 1));
        }
        return debts;
    }

    /** Steps are counted and not time: 2,000 debts take fewer than 2 times 2,000 squared here. */
    @Example
    void theNumberOfStepsIsBoundedWhateverTheAmounts() {
        List<List<Debt>> worst = new ArrayList<>(List.of(zigzag(499), fan(1_000), dead(2_000)));
        for (int nodes : new int[] {20, 46, 200, 700, 1_500}) {
            worst.add(random(nodes, 2_000, nodes));
        }
        for (List<Debt> debts : worst) {
            assertThat(debts).hasSizeBetween(1_998, Clearing.MAX_DEBTS);
            Circulation circulation = new Circulation(debts);
            long[] settled = circulation.greatest();
            requireCirculation(debts, settled);
            assertThat(circulation.steps()).isLessThan(2L * Clearing.MAX_DEBTS * Clearing.MAX_DEBTS);
        }
    }
}
