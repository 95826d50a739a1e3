package fr.aisneneo.booking.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Holds the grid to a walk through every minute. */
class GridProperties {

    @Property(tries = 500)
    void theNextTimeOfTheGridIsTheFirstOneThatAWalkMeets(
            @ForAll("instants") Instant instant, @ForAll("zones") ZoneId zone, @ForAll("granularities") Duration step) {
        Grid grid = new Grid(step, zone);
        Instant walked = instant;
        while (!grid.has(walked)) {
            walked = walked.plus(Duration.ofMinutes(1));
        }
        assertThat(grid.atOrAfter(instant)).isEqualTo(walked);
    }

    @Provide
    Arbitrary<Instant> instants() {
        return Arbitraries.of(
                        "2026-03-29T01:00:00Z",
                        "2026-10-25T01:00:00Z",
                        "2026-04-04T15:00:00Z",
                        "2026-10-03T15:30:00Z",
                        "2018-11-04T03:00:00Z",
                        "2011-12-30T10:00:00Z",
                        "2026-11-23T09:00:00Z")
                .flatMap(change -> Arbitraries.integers()
                        .between(-1_500, 1_500)
                        .map(minutes -> Instant.parse(change).plus(Duration.ofMinutes(minutes))));
    }

    @Provide
    Arbitrary<ZoneId> zones() {
        return Arbitraries.of(
                        "Europe/Paris",
                        "UTC",
                        "Australia/Lord_Howe",
                        "America/Sao_Paulo",
                        "Pacific/Apia",
                        "Asia/Kathmandu")
                .map(ZoneId::of);
    }

    @Provide
    Arbitrary<Duration> granularities() {
        return Arbitraries.of(1, 5, 15, 30, 60, 90, 120, 480, 1_440).map(Duration::ofMinutes);
    }
}
