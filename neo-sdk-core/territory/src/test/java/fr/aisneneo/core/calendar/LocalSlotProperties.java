package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

class LocalSlotProperties {
    private static final Instant ZERO = Instant.parse("2026-01-01T00:00:00Z");

    @Property
    void anIntervalSurvivesTheWayThroughLocalTime(
            @ForAll("minutes") int start,
            @ForAll @IntRange(min = 1, max = 3_000) int length,
            @ForAll("zones") ZoneId zone) {
        Interval interval = Interval.of(ZERO.plus(Duration.ofMinutes(start)), Duration.ofMinutes(length));
        assertThat(LocalSlot.of(interval, zone).interval()).isEqualTo(interval);
    }

    /** Mostly the hours around the changes of the clock of 2026 and 2027. */
    @Provide
    Arbitrary<Integer> minutes() {
        return Arbitraries.oneOf(
                Arbitraries.integers().between(0, 730 * 24 * 60),
                around("2026-03-29T01:00:00Z"),
                around("2026-10-25T01:00:00Z"),
                around("2027-04-03T15:00:00Z"));
    }

    private static Arbitrary<Integer> around(String change) {
        int minute = (int) Duration.between(ZERO, Instant.parse(change)).toMinutes();
        return Arbitraries.integers().between(minute - 180, minute + 180);
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of("Europe/Paris", "UTC", "Australia/Lord_Howe", "America/St_Johns", "Asia/Colombo")
                .map(ZoneId::of);
    }
}
