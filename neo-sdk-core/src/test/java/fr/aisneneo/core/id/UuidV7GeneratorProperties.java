package fr.aisneneo.core.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;

class UuidV7GeneratorProperties {

    @Property
    void theFieldsAreThoseOfTheStandard(@ForAll @LongRange(min = 0, max = (1L << 47)) long millis, @ForAll long seed) {
        UUID uuid = new UuidV7Generator(InstantSource.fixed(Instant.ofEpochMilli(millis)), new Random(seed)).next();
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(uuid.getMostSignificantBits() >>> 16).isEqualTo(millis);
    }

    @Property(tries = 100)
    void identifiersStrictlyIncreaseAlsoWhenTheClockStandsStillOrStepsBack(
            @ForAll List<@IntRange(min = -5_000, max = 50) Integer> steps, @ForAll long seed) {
        long[] now = {1_000_000_000L};
        UuidV7Generator generator = new UuidV7Generator(() -> Instant.ofEpochMilli(now[0]), new Random(seed));
        List<String> made = new ArrayList<>();
        for (int step : steps) {
            now[0] += step;
            made.add(generator.next().toString());
            made.add(generator.next().toString());
        }
        assertThat(made).isSortedAccordingTo(Comparator.naturalOrder()).doesNotHaveDuplicates();
    }

    @Example
    void aMillisecondMayHoldMoreThanTheCounterDoes() {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.fixed(Instant.ofEpochMilli(5)), new Random(1));
        Set<UUID> made = new HashSet<>();
        String last = "";
        for (int i = 0; i < 20_000; i++) {
            UUID next = generator.next();
            assertThat(next.toString()).isGreaterThan(last);
            last = next.toString();
            made.add(next);
        }
        assertThat(made).hasSize(20_000);
    }

    @Example
    void manyThreadsNeverGetTheSameOne() throws Exception {
        UuidV7Generator generator = new UuidV7Generator(InstantSource.system());
        Set<UUID> made = ConcurrentHashMap.newKeySet();
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Future<?>> done = new ArrayList<>();
            for (int thread = 0; thread < 8; thread++) {
                done.add(threads.submit(() -> {
                    for (int i = 0; i < 5_000; i++) {
                        made.add(generator.next());
                    }
                }));
            }
            for (Future<?> one : done) {
                one.get(60, TimeUnit.SECONDS);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(made).hasSize(40_000);
    }

    @Property
    void everyUuidIsReadBackFromItsText(@ForAll long high, @ForAll long low) {
        UUID uuid = new UUID(high, low);
        assertThat(Uuids.parse(uuid.toString(), "id")).isEqualTo(uuid);
    }

    @Property
    void anyOtherTextIsRefusedWithItsField(@ForAll String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Uuids.parse(text, "reservation"))
                .satisfies(e -> assertThat(e.field()).isEqualTo("reservation"));
    }

    @Example
    void shortenedGroupsAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Uuids.parse("1-1-1-1-1", "id"))
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.malformed"));
    }
}
