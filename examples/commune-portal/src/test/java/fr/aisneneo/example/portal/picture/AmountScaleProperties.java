package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

class AmountScaleProperties {
    private static final int LENGTH = 180;

    @Property
    void everyAmountBetweenTheTwoHasAPlaceAndTheOrderIsKept(
            @ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long least,
            @ForAll @LongRange(min = 0) long greatest,
            @ForAll long one,
            @ForAll long other) {
        AmountScale scale = AmountScale.of(least, greatest, 2);
        BigInteger low = BigInteger.valueOf(clamped(Math.min(one, other), least, greatest));
        BigInteger high = BigInteger.valueOf(clamped(Math.max(one, other), least, greatest));

        assertThat(scale.of(low, LENGTH)).isBetween(0, LENGTH).isLessThanOrEqualTo(scale.of(high, LENGTH));
        assertThat(scale.of(high, LENGTH)).isBetween(0, LENGTH);
    }

    @Property
    void thereAreFewLabelsZeroIsAmongThemAndTheyAreEvenlySpaced(
            @ForAll @LongRange(min = Long.MIN_VALUE, max = 0) long least, @ForAll @LongRange(min = 0) long greatest) {
        AmountScale scale = AmountScale.of(least, greatest, 2);

        assertThat(scale.labelled())
                .contains(0L)
                .isSorted()
                .hasSizeBetween(1, 6)
                .doesNotHaveDuplicates();
    }

    private static long clamped(long amount, long least, long greatest) {
        return Math.max(least, Math.min(greatest, amount));
    }
}
