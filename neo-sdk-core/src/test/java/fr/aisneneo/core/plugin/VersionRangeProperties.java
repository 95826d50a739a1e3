package fr.aisneneo.core.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.aisneneo.core.error.InvalidInputException;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;

class VersionRangeProperties {

    @Provide
    Arbitrary<List<Integer>> versions() {
        return Arbitraries.integers().between(0, 3).list().ofMinSize(1).ofMaxSize(4);
    }

    private static String text(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining("."));
    }

    /** The order written down once more, in the plainest way. */
    private static int order(List<Integer> left, List<Integer> right) {
        return Long.compare(weight(left), weight(right));
    }

    private static long weight(List<Integer> numbers) {
        long weight = 0;
        for (int i = 0; i < 4; i++) {
            weight = weight * 10 + (i < numbers.size() ? numbers.get(i) : 0);
        }
        return weight;
    }

    @Property
    void anIntervalHoldsWhatLiesBetweenItsEnds(
            @ForAll("versions") List<Integer> low,
            @ForAll("versions") List<Integer> high,
            @ForAll("versions") List<Integer> version,
            @ForAll boolean withLow,
            @ForAll boolean withHigh) {
        Assume.that(order(low, high) < 0);

        VersionRange range =
                VersionRange.parse((withLow ? "[" : "(") + text(low) + "," + text(high) + (withHigh ? "]" : ")"));

        boolean over = order(version, low) > 0 || (withLow && order(version, low) == 0);
        boolean under = order(version, high) < 0 || (withHigh && order(version, high) == 0);
        assertThat(range.contains(text(version))).isEqualTo(over && under);
    }

    @Property
    void aUnionHoldsWhatEitherPartHolds(
            @ForAll("versions") List<Integer> first,
            @ForAll("versions") List<Integer> second,
            @ForAll("versions") List<Integer> version) {
        String low = "(," + text(first) + ")";
        String high = "[" + text(second) + ",)";
        Assume.that(weight(first) > 0);

        assertThat(VersionRange.parse(low + "," + high).contains(text(version)))
                .isEqualTo(VersionRange.parse(low).contains(text(version))
                        || VersionRange.parse(high).contains(text(version)));
    }

    @Property
    void zerosAtTheEndChangeNothing(@ForAll("versions") List<Integer> version) {
        assertThat(VersionRange.parse("[" + text(version) + "]").contains(text(version) + ".0"))
                .isTrue();
    }

    @Property
    void anyTextIsEitherReadAndWrittenAsItWasOrRefused(
            @ForAll @StringLength(max = 20) @CharRange(from = '(', to = ']') String text) {
        try {
            assertThat(VersionRange.parse(text)).hasToString(text);
        } catch (InvalidInputException refusal) {
            assertThat(refusal.field()).isEqualTo("sdkRange");
        }
    }

    @Property
    void anEmptyIntervalIsRefused(@ForAll("versions") List<Integer> low, @ForAll("versions") List<Integer> high) {
        Assume.that(order(low, high) >= 0);

        assertThatThrownBy(() -> VersionRange.parse("[" + text(low) + "," + text(high) + ")"))
                .isInstanceOf(InvalidInputException.class);
    }
}
