package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the algebra to that of plain sets of minutes. */
class IntervalSetProperties {
    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MINUTES = 60;
    private static final Interval WINDOW = interval(0, MINUTES);

    @Property
    void unionIntersectionAndDifferenceAreThoseOfSets(
            @ForAll("intervals") List<Interval> a, @ForAll("intervals") List<Interval> b) {
        IntervalSet left = IntervalSet.of(a);
        IntervalSet right = IntervalSet.of(b);
        BitSet or = minutes(left);
        or.or(minutes(right));
        BitSet and = minutes(left);
        and.and(minutes(right));
        BitSet minus = minutes(left);
        minus.andNot(minutes(right));
        assertThat(minutes(left.union(right))).isEqualTo(or);
        assertThat(minutes(left.intersection(right))).isEqualTo(and);
        assertThat(minutes(left.minus(right))).isEqualTo(minus);
    }

    @Property
    void everyResultIsSortedDisjointAndMaximal(
            @ForAll("intervals") List<Interval> a, @ForAll("intervals") List<Interval> b) {
        IntervalSet left = IntervalSet.of(a);
        IntervalSet right = IntervalSet.of(b);
        for (IntervalSet result : List.of(
                left, left.union(right), left.intersection(right), left.minus(right), left.complement(WINDOW))) {
            for (int i = 1; i < result.intervals().size(); i++) {
                assertThat(result.intervals().get(i - 1).end())
                        .isBefore(result.intervals().get(i).start());
            }
        }
    }

    @Property
    void aSetAndItsComplementMakeUpTheWindowWithoutOverlap(@ForAll("intervals") List<Interval> a) {
        IntervalSet set = IntervalSet.of(a);
        IntervalSet rest = set.complement(WINDOW);
        assertThat(set.intersection(rest).isEmpty()).isTrue();
        assertThat(set.union(rest)).isEqualTo(IntervalSet.of(WINDOW));
        assertThat(set.duration().plus(rest.duration())).isEqualTo(WINDOW.duration());
        assertThat(rest.complement(WINDOW)).isEqualTo(set);
    }

    @Property
    void aSetOfTheSameInstantsIsEqual(@ForAll("intervals") List<Interval> a) {
        IntervalSet set = IntervalSet.of(a);
        List<Interval> minutes = minutes(set).stream()
                .mapToObj(minute -> interval(minute, minute + 1))
                .toList();
        assertThat(IntervalSet.of(minutes)).isEqualTo(set).hasSameHashCodeAs(set);
    }

    @Property
    void enclosingIsHavingEveryMinute(@ForAll("intervals") List<Interval> a, @ForAll("interval") Interval one) {
        IntervalSet set = IntervalSet.of(a);
        BitSet missing = minutes(IntervalSet.of(one));
        missing.andNot(minutes(set));
        assertThat(set.encloses(one)).isEqualTo(missing.isEmpty());
        assertThat(set.encloses(one)).isEqualTo(IntervalSet.of(one).minus(set).isEmpty());
    }

    @Property
    void pairsObeyTheLawsOfIntersection(@ForAll("interval") Interval a, @ForAll("interval") Interval b) {
        assertThat(a.overlaps(b)).isEqualTo(b.overlaps(a));
        assertThat(a.intersection(b)).isEqualTo(b.intersection(a));
        assertThat(a.intersection(b).isPresent()).isEqualTo(a.overlaps(b));
        assertThat(a.abuts(b) && a.overlaps(b)).isFalse();
        assertThat(a.intersection(a)).contains(a);
        a.intersection(b).ifPresent(common -> {
            assertThat(a.encloses(common) && b.encloses(common)).isTrue();
            assertThat(a.encloses(b)).isEqualTo(common.equals(b));
        });
    }

    private static BitSet minutes(IntervalSet set) {
        BitSet minutes = new BitSet();
        for (int i = 0; i < MINUTES; i++) {
            minutes.set(i, set.contains(ZERO.plus(Duration.ofMinutes(i))));
        }
        return minutes;
    }

    private static Interval interval(int from, int to) {
        return new Interval(ZERO.plus(Duration.ofMinutes(from)), ZERO.plus(Duration.ofMinutes(to)));
    }

    @Provide
    Arbitrary<Interval> interval() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, MINUTES - 1),
                        Arbitraries.integers().between(1, 15))
                .as((from, length) -> interval(from, Math.min(MINUTES, from + length)));
    }

    @Provide
    Arbitrary<List<Interval>> intervals() {
        return interval().list().ofMaxSize(8);
    }
}
