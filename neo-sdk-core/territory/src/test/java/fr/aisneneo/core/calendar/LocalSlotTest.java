package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalSlotTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static LocalSlot slot(String start, String end) {
        return LocalSlot.of(LocalDateTime.parse(start), LocalDateTime.parse(end), PARIS);
    }

    @Test
    void whatIsMissingIsNamed() {
        LocalDateTime nine = LocalDateTime.parse("2026-01-15T09:00");
        OffsetChoice first = OffsetChoice.EARLIER;
        assertMissing("slot.start", () -> new LocalSlot(null, first, nine, first, PARIS));
        assertMissing("slot.startOffset", () -> new LocalSlot(nine, null, nine, first, PARIS));
        assertMissing("slot.end", () -> new LocalSlot(nine, first, null, first, PARIS));
        assertMissing("slot.endOffset", () -> new LocalSlot(nine, first, nine, null, PARIS));
        assertMissing("slot.zone", () -> new LocalSlot(nine, first, nine, first, null));
        assertMissing("slot.start", () -> LocalSlot.of((OffsetDateTime) null, null, null));
    }

    private static void assertMissing(String field, ThrowingCallable call) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(call)
                .satisfies(e -> assertThat(e.code()).isEqualTo("input.required"))
                .satisfies(e -> assertThat(e.field()).isEqualTo(field));
    }

    /** Known instants: Paris is at UTC+1 in winter and at UTC+2 in summer, and changes at 01:00 UTC. */
    @ParameterizedTest
    @CsvSource({
        "2026-01-15T09:00, 2026-01-15T12:00, 2026-01-15T08:00:00Z, PT3H",
        "2026-07-15T09:00, 2026-07-15T12:00, 2026-07-15T07:00:00Z, PT3H",
        "2026-03-29T01:30, 2026-03-29T03:30, 2026-03-29T00:30:00Z, PT1H",
        "2026-03-29T00:00, 2026-03-30T00:00, 2026-03-28T23:00:00Z, PT23H",
        "2026-10-25T00:00, 2026-10-26T00:00, 2026-10-24T22:00:00Z, PT25H",
        "2026-10-25T01:00, 2026-10-25T02:30, 2026-10-24T23:00:00Z, PT1H30M",
        "2026-10-25T02:30, 2026-10-25T03:00, 2026-10-25T00:30:00Z, PT1H30M",
        "2026-12-31T22:00, 2027-01-01T02:00, 2026-12-31T21:00:00Z, PT4H",
        "2026-10-24T18:00, 2026-10-26T18:00, 2026-10-24T16:00:00Z, PT49H",
    })
    void localTimesResolveToKnownInstants(String start, String end, Instant instant, Duration duration) {
        Interval interval = slot(start, end).interval();
        assertThat(interval.start()).isEqualTo(instant);
        assertThat(interval.duration()).isEqualTo(duration);
    }

    @ParameterizedTest
    @CsvSource({
        "2026-03-29T02:00, 2026-03-29T05:00, slot.start",
        "2026-03-29T02:59, 2026-03-29T05:00, slot.start",
        "2026-03-29T01:00, 2026-03-29T02:30, slot.end",
    })
    void aTimeThatTheClockSkipsIsRefusedByFieldAndZone(String start, String end, String field) {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> slot(start, end).interval())
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CalendarError.TIME_NONEXISTENT);
                    assertThat(refusal.field()).isEqualTo(field);
                    assertThat(refusal.facts()).containsEntry("zone", PARIS);
                    assertThat(refusal.errorCode().text(Locale.FRENCH, refusal.facts()))
                            .contains("Europe/Paris", "2026-03-29T02:00", "2026-03-29T03:00");
                });
    }

    @Test
    void theMinutesAroundTheSkippedHourExist() {
        assertThat(slot("2026-03-29T01:59", "2026-03-29T03:00").interval().duration())
                .isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void theRepeatedHourCanBeChosen() {
        LocalDateTime half = LocalDateTime.parse("2026-10-25T02:30");
        LocalSlot hour = new LocalSlot(half, OffsetChoice.EARLIER, half, OffsetChoice.LATER, PARIS);
        assertThat(hour.interval())
                .isEqualTo(new Interval(Instant.parse("2026-10-25T00:30:00Z"), Instant.parse("2026-10-25T01:30:00Z")));
        LocalSlot late = new LocalSlot(
                half, OffsetChoice.LATER, LocalDateTime.parse("2026-10-25T03:00"), OffsetChoice.EARLIER, PARIS);
        assertThat(late.interval().duration()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void aChoiceThatMeansNothingIsDroppedSoThatEqualSlotsAreEqual() {
        LocalDateTime nine = LocalDateTime.parse("2026-11-23T09:00");
        assertThat(new LocalSlot(nine, OffsetChoice.LATER, nine.withHour(10), OffsetChoice.LATER, PARIS))
                .isEqualTo(slot("2026-11-23T09:00", "2026-11-23T10:00"));
    }

    @Test
    void anOffsetSaysWhichOfTheTwoIsMeant() {
        LocalSlot slot = LocalSlot.of(
                OffsetDateTime.parse("2026-10-25T02:15+02:00"), OffsetDateTime.parse("2026-10-25T02:15+01:00"), PARIS);
        assertThat(slot.interval().duration()).isEqualTo(Duration.ofHours(1));
        assertThat(slot).hasToString("2026-10-25T02:15/2026-10-25T02:15(later)[Europe/Paris]");
    }

    @Test
    void anOffsetThatIsNotInForceIsRefused() {
        OffsetDateTime nine = OffsetDateTime.parse("2026-07-01T09:00+01:00");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> LocalSlot.of(nine, nine.plusHours(1), PARIS))
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CalendarError.OFFSET_WRONG);
                    assertThat(refusal.facts()).containsEntry("valid", "+02:00");
                });
    }

    @Test
    void anEndBeforeTheStartAndZeroLengthAreRefusedInLocalTime() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> slot("2026-11-23T10:00", "2026-11-23T09:00").interval())
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CalendarError.REVERSED);
                    assertThat(refusal.field()).isEqualTo("slot.end");
                    assertThat(refusal.facts()).containsEntry("end", OffsetDateTime.parse("2026-11-23T09:00+01:00"));
                });
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> slot("2026-11-23T10:00", "2026-11-23T10:00").interval())
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CalendarError.EMPTY));
    }

    @Test
    void yearsOutsideFourDigitsAreRefused() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> LocalSlot.of(LocalDateTime.MIN, LocalDateTime.MAX, PARIS))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_OUT_OF_RANGE));
    }

    @Test
    void zonesAreReadByTheirExactNameAndOffsetsAreNotZones() {
        assertThat(Zones.parse("Europe/Paris", "zone")).isEqualTo(PARIS);
        for (String wrong : new String[] {"", "Europe/Laon", "europe/paris", "+01:00", "UTC+1", "x".repeat(5_000)}) {
            assertThatExceptionOfType(InvalidInputException.class)
                    .isThrownBy(() -> Zones.parse(wrong, "slot.zone"))
                    .satisfies(refusal -> {
                        assertThat(refusal.errorCode()).isEqualTo(CalendarError.ZONE_UNKNOWN);
                        assertThat(refusal.field()).isEqualTo("slot.zone");
                        assertThat(refusal.getMessage()).hasSizeLessThan(300);
                    });
        }
    }
}
