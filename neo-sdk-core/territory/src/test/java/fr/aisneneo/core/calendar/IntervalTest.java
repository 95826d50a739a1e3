package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntervalTest {
    private static final Instant NINE = Instant.parse("2026-11-23T09:00:00Z");
    private static final Instant TEN = NINE.plus(Duration.ofHours(1));
    private static final Instant ELEVEN = NINE.plus(Duration.ofHours(2));

    @Test
    void theStartBelongsToItAndTheEndDoesNot() {
        Interval interval = new Interval(NINE, TEN);
        assertThat(interval.contains(NINE)).isTrue();
        assertThat(interval.contains(TEN.minusNanos(1))).isTrue();
        assertThat(interval.contains(TEN)).isFalse();
        assertThat(interval.contains(NINE.minusNanos(1))).isFalse();
    }

    @Test
    void twoThatTouchAbutAndDoNotOverlap() {
        Interval first = new Interval(NINE, TEN);
        Interval second = new Interval(TEN, ELEVEN);
        assertThat(first.overlaps(second)).isFalse();
        assertThat(first.abuts(second)).isTrue();
        assertThat(second.abuts(first)).isTrue();
        assertThat(first.intersection(second)).isEmpty();
    }

    @Test
    void anEndBeforeTheStartIsRefusedByItsField() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new Interval(TEN, NINE))
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CalendarError.REVERSED);
                    assertThat(refusal.field()).isEqualTo("end");
                });
    }

    @Test
    void zeroLengthIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Interval.of(TEN, Duration.ZERO))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CalendarError.EMPTY));
    }

    /** Directive 2000/84/EC: summer time begins and ends at 01:00 UTC on the last Sundays of March and October. */
    @ParameterizedTest
    @CsvSource({
        "Europe/Paris, 2026-03-28, 24",
        "Europe/Paris, 2026-03-29, 23",
        "Europe/Paris, 2026-10-25, 25",
        "Europe/Paris, 2027-03-28, 23",
        "Europe/Paris, 2027-10-31, 25",
        "Europe/Paris, 2028-02-29, 24",
        "UTC, 2026-03-29, 24",
        "America/Sao_Paulo, 2018-11-04, 23",
    })
    void aLocalDayHasItsRealLength(String zone, LocalDate date, int hours) {
        assertThat(Interval.ofDay(date, ZoneId.of(zone)).duration()).isEqualTo(Duration.ofHours(hours));
    }

    @Test
    void aDayThatAZoneSkippedAsAWholeIsRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> Interval.ofDay(LocalDate.of(2011, 12, 30), ZoneId.of("Pacific/Apia")));
    }

    @Test
    void itIsWrittenAsIso8601() {
        assertThat(new Interval(NINE, TEN)).hasToString("2026-11-23T09:00:00Z/2026-11-23T10:00:00Z");
    }
}
