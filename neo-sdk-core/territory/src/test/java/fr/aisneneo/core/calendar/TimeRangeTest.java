package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeRangeTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    @ParameterizedTest
    @CsvSource({
        "09:00-12:30, PT3H30M, false",
        "14:00-24:00, PT10H, true",
        "14:00-00:00, PT10H, true",
        "22:00-02:00, PT4H, true",
        "00:00-24:00, PT24H, true",
        "23:59-24:00, PT1M, true",
        "00:00-00:01, PT1M, false",
    })
    void textIsReadWithItsLength(String text, Duration length, boolean overMidnight) {
        TimeRange range = TimeRange.parse(text);
        assertThat(range.length()).isEqualTo(length);
        assertThat(range.overMidnight()).isEqualTo(overMidnight);
        assertThat(TimeRange.parse(range.toString())).isEqualTo(range);
    }

    @Test
    void anEndAtMidnightIsThatOfTheNextDay() {
        assertThat(TimeRange.parse("14:00-24:00").endOn(DAY)).isEqualTo(LocalDateTime.parse("2026-11-24T00:00"));
        assertThat(TimeRange.parse("22:00-02:00").endOn(DAY)).isEqualTo(LocalDateTime.parse("2026-11-24T02:00"));
        assertThat(TimeRange.parse("09:00-12:00").endOn(DAY)).isEqualTo(LocalDateTime.parse("2026-11-23T12:00"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "9:00-12:00",
                "09:00",
                "24:00-02:00",
                "09:00-25:00",
                "09:60-10:00",
                "09:00–12:00",
                "٠٩:00-12:00"
            })
    void anyOtherFormIsRefused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TimeRange.parse(text))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_MALFORMED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"09:00-09:00", "00:00-00:00"})
    void anEmptyRangeIsRefused(String text) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> TimeRange.parse(text))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CalendarError.EMPTY));
    }

    @Test
    void secondsAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new TimeRange(LocalTime.of(9, 0), LocalTime.of(10, 0, 30)));
    }

    @Test
    void rangesThatTouchDoNotOverlap() {
        assertThat(TimeRange.parse("09:00-12:00").overlaps(TimeRange.parse("12:00-14:00")))
                .isFalse();
        assertThat(TimeRange.parse("09:00-12:01").overlaps(TimeRange.parse("12:00-14:00")))
                .isTrue();
        assertThat(TimeRange.parse("22:00-06:00").overlaps(TimeRange.parse("05:00-07:00")))
                .isFalse();
        assertThat(TimeRange.parse("22:00-06:00").overlaps(TimeRange.parse("23:00-24:00")))
                .isTrue();
    }
}
