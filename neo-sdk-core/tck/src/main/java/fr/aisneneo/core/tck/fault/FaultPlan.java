package fr.aisneneo.core.tck.fault;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Says what is to go wrong. Implementations are thread-safe: a {@link FaultyStorage} asks on the caller's thread. */
@FunctionalInterface
public interface FaultPlan {
    /** Nothing goes wrong but what a test asks for by hand. */
    FaultPlan NONE = (point, number) -> null;

    /**
     * What happens to a call.
     *
     * @param point where
     * @param number how many calls there were at this point before, from 0
     * @return a fault of this point, or null for none
     */
    @Nullable Fault at(Fault.Point point, long number);

    /**
     * Faults by chance: each call has one with the probability given, any of the point's with the same chance. What
     * happens to the nth call of a point depends on the seed and n alone. (Which caller makes the nth call depends on
     * the threads, where there are several.)
     *
     * @param seed the seed, to be shown where a test fails
     * @param probability from 0 to 1
     * @param faults which ones; those that end writing for good ({@link Fault#FAILURE}, {@link Fault#FULL}) need a test
     *     that {@linkplain FaultyStorage#mend() mends}
     * @return the plan
     */
    static FaultPlan seeded(long seed, double probability, Set<Fault> faults) {
        Set<Fault> chosen = Set.copyOf(faults);
        return (point, number) -> {
            List<Fault> here = Arrays.stream(Fault.values())
                    .filter(fault -> fault.point() == point && chosen.contains(fault))
                    .toList();
            // A generator for each call: no state that threads would share.
            SplittableRandom random =
                    new SplittableRandom(seed ^ (number * 31 + point.name().hashCode()) * 0x9E37_79B9_7F4A_7C15L);
            return here.isEmpty() || random.nextDouble() >= probability ? null : here.get(random.nextInt(here.size()));
        };
    }
}
