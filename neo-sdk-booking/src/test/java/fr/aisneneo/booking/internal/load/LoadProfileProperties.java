package fr.aisneneo.booking.internal.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the step function to an array of 1,440 numbers. */
class LoadProfileProperties {

    /** Some places for some minutes. */
    record Change(int from, int to, int places) {}

    private static LoadProfile profile(List<Change> changes) {
        LoadProfile profile = LoadProfile.EMPTY;
        for (Change change : changes) {
            profile = profile.plus(change.from(), change.to(), change.places());
        }
        return profile;
    }

    private static int[] model(List<Change> changes) {
        int[] minutes = new int[LoadProfile.MINUTES];
        for (Change change : changes) {
            for (int minute = change.from(); minute < change.to(); minute++) {
                minutes[minute] += change.places();
            }
        }
        return minutes;
    }

    @Property
    void thePeakIsTheLargestNumberInTheRange(@ForAll("changes") List<Change> changes, @ForAll("change") Change range) {
        int expected =
                Arrays.stream(model(changes), range.from(), range.to()).max().orElseThrow();
        assertThat(profile(changes).peak(range.from(), range.to())).isEqualTo(expected);
    }

    @Property
    void theStepsAreTheNumbersAndNoStepIsNeedless(@ForAll("changes") List<Change> changes) {
        LoadProfile profile = profile(changes);
        int[] minutes = new int[LoadProfile.MINUTES];
        for (int step = 0; step < profile.size(); step++) {
            Arrays.fill(minutes, profile.start(step), profile.end(step), profile.level(step));
            assertThat(profile.level(step)).isNotEqualTo(step == 0 ? 0 : profile.level(step - 1));
        }
        assertThat(minutes).isEqualTo(model(changes));
    }

    @Property
    void whatIsAddedInAnyOrderAndTakenBackLeavesNoTrace(
            @ForAll("changes") List<Change> changes, @ForAll("change") Change more) {
        LoadProfile before = profile(changes);
        LoadProfile after = before.plus(more.from(), more.to(), more.places());
        assertThat(after.plus(more.from(), more.to(), -more.places()))
                .isEqualTo(before)
                .hasSameHashCodeAs(before);
        LoadProfile otherOrder = LoadProfile.EMPTY.plus(more.from(), more.to(), more.places());
        for (Change change : changes) {
            otherOrder = otherOrder.plus(change.from(), change.to(), change.places());
        }
        assertThat(otherOrder).isEqualTo(after);
    }

    @Property
    void aPackedDayComesBackAsItWas(@ForAll("changes") List<Change> changes) {
        DayLoad load = new DayLoad(new UUID(-3, 7), LocalDate.of(2026, 11, 23), profile(changes));
        DayLoadCodec codec = new DayLoadCodec();
        assertThat(codec.decode(codec.encode(load))).isEqualTo(load);
    }

    @Example
    void freeingWhatWasNotOccupiedIsAnError() {
        LoadProfile two = LoadProfile.EMPTY.plus(60, 120, 2);
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> two.plus(60, 121, -1));
        assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> two.plus(60, 120, -3));
    }

    @Example
    void damagedBytesAreAnErrorAndNotAnEmptyDay() {
        DayLoadCodec codec = new DayLoadCodec();
        byte[] body = codec.encode(
                new DayLoad(new UUID(1, 2), LocalDate.of(2026, 11, 23), LoadProfile.EMPTY.plus(60, 120, 2)));
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> codec.decode(Arrays.copyOf(body, body.length - 1)));
        body[0] = 9;
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> codec.decode(body));
    }

    @Provide
    Arbitrary<Change> change() {
        Arbitrary<Integer> minutes = Arbitraries.oneOf(
                Arbitraries.integers().between(0, LoadProfile.MINUTES - 1), Arbitraries.of(0, 60, 480, 540, 600, 1439));
        return Combinators.combine(
                        minutes,
                        Arbitraries.integers().between(1, 600),
                        Arbitraries.integers().between(1, 4))
                .as((from, length, places) -> new Change(from, Math.min(LoadProfile.MINUTES, from + length), places));
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        return change().list().ofMaxSize(12);
    }
}
