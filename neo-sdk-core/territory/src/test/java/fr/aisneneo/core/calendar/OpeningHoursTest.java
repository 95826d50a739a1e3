package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpeningHoursTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final OpeningHours HUB = OpeningHours.CLOSED
            .open(OpeningHours.WORKING_DAYS, "13:30-19:00", "08:30-12:30")
            .open(List.of(DayOfWeek.SATURDAY), "09:00-12:00")
            .closedOn(FrenchHolidays.NATIONAL);

    private static LocalDate date(String text) {
        return LocalDate.parse(text);
    }

    private static List<TimeRange> ranges(String... texts) {
        return Stream.of(texts).map(TimeRange::parse).toList();
    }

    private static IntervalSet open(OpeningHours hours, String day) {
        return hours.openIntervals(Interval.ofDay(date(day), PARIS), PARIS);
    }

    @Test
    void anOrdinaryWeekHasSeveralRangesADayInOrder() {
        assertThat(HUB.open(date("2026-11-23"))).isEqualTo(ranges("08:30-12:30", "13:30-19:00"));
        assertThat(HUB.open(date("2026-11-28"))).isEqualTo(ranges("09:00-12:00"));
        assertThat(HUB.open(date("2026-11-29"))).isEmpty();
        assertThat(HUB.day(date("2026-11-23")).cause()).isEqualTo(DayHours.Cause.WEEK);
    }

    @Test
    void aPublicHolidayClosesAndIsNamed() {
        DayHours armistice = HUB.day(date("2026-11-11"));
        assertThat(armistice.ranges()).isEmpty();
        assertThat(armistice.cause()).isEqualTo(DayHours.Cause.HOLIDAY);
        assertThat(armistice.reason(Locale.FRENCH)).isEqualTo("Armistice 1918");
        assertThat(armistice.reason(Locale.ENGLISH)).isEqualTo("Armistice Day 1918");
    }

    @Test
    void withoutACalendarAPublicHolidayIsAnOrdinaryDay() {
        OpeningHours hours = new OpeningHours(HUB.seasons(), HUB.exceptions(), null);
        assertThat(hours.open(date("2026-11-11"))).isEqualTo(ranges("08:30-12:30", "13:30-19:00"));
    }

    @Test
    void anExceptionGoesBeforeAHolidayAndTheWeek() {
        OpeningHours hours = HUB.except(date("2026-07-14"), date("2026-07-14"), "Bal du 14 juillet", "20:00-02:00")
                .except(date("2026-08-03"), date("2026-08-16"), "Fermeture d’été");
        assertThat(hours.open(date("2026-07-14"))).isEqualTo(ranges("20:00-02:00"));
        assertThat(hours.open(date("2026-08-03"))).isEmpty();
        assertThat(hours.open(date("2026-08-16"))).isEmpty();
        assertThat(hours.open(date("2026-08-17"))).isNotEmpty();
        assertThat(hours.day(date("2026-08-10")).reason(Locale.ENGLISH)).isEqualTo("Fermeture d’été");
        assertThat(hours.day(date("2026-07-14")).holiday()).isNotNull();
    }

    @Test
    void theShorterExceptionDecides() {
        OpeningHours hours = HUB.except(date("2026-08-03"), date("2026-08-16"), "Fermeture d’été")
                .except(date("2026-08-08"), date("2026-08-08"), "Forum des associations", "10:00-18:00");
        assertThat(hours.open(date("2026-08-08"))).isEqualTo(ranges("10:00-18:00"));
        assertThat(hours.open(date("2026-08-09"))).isEmpty();
    }

    @Test
    void ofTwoSeasonsWithoutEndTheLaterOneDecides() {
        OpeningHours hours = HUB.with(new Season(
                date("2027-01-01"), null, WeeklyHours.CLOSED.with(List.of(DayOfWeek.MONDAY), TimeRange.ALL_DAY)));
        assertThat(hours.open(date("2026-12-28"))).hasSize(2);
        assertThat(hours.open(date("2027-01-04"))).containsExactly(TimeRange.ALL_DAY);
        assertThat(hours.open(date("2027-01-05"))).isEmpty();
    }

    @Test
    void aSeasonOfOneSummerDecidesOverTheWholeYear() {
        OpeningHours hours = HUB.with(new Season(
                date("2026-07-01"),
                date("2026-08-31"),
                WeeklyHours.CLOSED.with(OpeningHours.WORKING_DAYS, TimeRange.parse("08:00-14:00"))));
        assertThat(hours.open(date("2026-07-01"))).isEqualTo(ranges("08:00-14:00"));
        assertThat(hours.open(date("2026-09-01"))).hasSize(2);
    }

    @Test
    void outsideEverySeasonItIsClosed() {
        OpeningHours hours = new OpeningHours(
                List.of(new Season(date("2026-01-01"), date("2026-12-31"), WeeklyHours.ALWAYS)), List.of(), null);
        assertThat(hours.day(date("2027-01-01")).cause()).isEqualTo(DayHours.Cause.NO_SEASON);
        assertThat(hours.open(date("2026-12-31"))).containsExactly(TimeRange.ALL_DAY);
    }

    @ParameterizedTest
    @CsvSource({"2026-03-28, 24", "2026-03-29, 23", "2026-10-25, 25"})
    void openDayAndNightIsAsLongAsTheDay(String day, int hours) {
        assertThat(open(OpeningHours.ALWAYS, day).duration()).isEqualTo(Duration.ofHours(hours));
    }

    @ParameterizedTest
    @CsvSource({
        // opens when the clock skips the time; closed again before the clock gets there
        "2026-03-29, 02:30-04:00, 2026-03-29T01:00:00Z/2026-03-29T02:00:00Z",
        "2026-03-29, 01:00-02:30, 2026-03-29T00:00:00Z/2026-03-29T01:00:00Z",
        // a time that happens twice counts the first time
        "2026-10-25, 02:00-02:30, 2026-10-25T00:00:00Z/2026-10-25T00:30:00Z",
        "2026-10-25, 02:30-05:00, 2026-10-25T00:30:00Z/2026-10-25T04:00:00Z",
    })
    void rangesFollowTheClockOnTheWall(String day, String range, String interval) {
        OpeningHours hours = OpeningHours.CLOSED.open(List.of(DayOfWeek.values()), range);
        assertThat(open(hours, day).intervals()).singleElement().hasToString(interval);
    }

    @Test
    void aRangeThatIsSkippedAsAWholeIsNotThere() {
        OpeningHours hours = OpeningHours.CLOSED.open(List.of(DayOfWeek.values()), "02:00-02:45");
        assertThat(open(hours, "2026-03-29").isEmpty()).isTrue();
        assertThat(open(hours, "2026-03-28").isEmpty()).isFalse();
    }

    @Test
    void aRangeOverMidnightIsNotCutByAClosedDay() {
        OpeningHours hours = OpeningHours.CLOSED
                .open(List.of(DayOfWeek.FRIDAY), "22:00-02:00")
                .closedOn(FrenchHolidays.NATIONAL);
        // Friday 14 August 2026; Assumption is the Saturday.
        assertThat(open(hours, "2026-08-15").intervals())
                .containsExactly(
                        new Interval(Instant.parse("2026-08-14T22:00:00Z"), Instant.parse("2026-08-15T00:00:00Z")));
        assertThat(hours.open(date("2026-08-15"))).isEmpty();
    }

    @Test
    void rangesOfTwoDaysThatTouchAtMidnightAreOneInterval() {
        Interval week = new Interval(Instant.parse("2026-11-22T23:00:00Z"), Instant.parse("2026-11-29T23:00:00Z"));
        assertThat(OpeningHours.ALWAYS.openIntervals(week, PARIS).intervals()).containsExactly(week);
        assertThat(OpeningHours.ALWAYS.isOpen(week, PARIS)).isTrue();
    }

    @Test
    void aPauseIsNotOpen() {
        Instant noon = Instant.parse("2026-11-23T11:00:00Z");
        assertThat(HUB.isOpen(Interval.of(noon, Duration.ofMinutes(30)), PARIS)).isTrue();
        assertThat(HUB.isOpen(Interval.of(noon, Duration.ofMinutes(31)), PARIS)).isFalse();
    }

    @Test
    void theNextOpeningSkipsHolidaysAndWeekends() {
        // Friday evening before Christmas 2026 (a Friday itself): next is Saturday the 26th.
        assertThat(HUB.nextOpening(Instant.parse("2026-12-24T18:00:00Z"), PARIS, 30))
                .contains(Instant.parse("2026-12-26T08:00:00Z"));
        Instant monday = Instant.parse("2026-11-23T09:12:00Z");
        assertThat(HUB.nextOpening(monday, PARIS, 1)).contains(monday);
        assertThat(OpeningHours.CLOSED.nextOpening(monday, PARIS, 400)).isEmpty();
        OpeningHours oneDay = OpeningHours.CLOSED.except(date("2026-12-31"), date("2026-12-31"), "", "10:00-12:00");
        assertThat(oneDay.nextOpening(monday, PARIS, 37)).isEmpty();
        assertThat(oneDay.nextOpening(monday, PARIS, 39)).contains(Instant.parse("2026-12-31T09:00:00Z"));
    }

    @Test
    void rangesThatOverlapAreRefusedByTheirDay() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> OpeningHours.CLOSED.open(List.of(DayOfWeek.MONDAY), "09:00-12:00", "11:00-14:00"))
                .satisfies(refusal -> {
                    assertThat(refusal.errorCode()).isEqualTo(CalendarError.RANGES_OVERLAP);
                    assertThat(refusal.field()).isEqualTo("hours.monday");
                });
    }

    @Test
    void twoExceptionsForTheSameDaysAreRefused() {
        OpeningHours hours = HUB.except(date("2026-08-03"), date("2026-08-16"), "a");
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> hours.except(date("2026-08-03"), date("2026-08-16"), "b"))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CalendarError.DAYS_TWICE));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> HUB.except(date("2026-08-16"), date("2026-08-03"), "c"))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CalendarError.REVERSED));
    }

    @Test
    void theOrderInWhichTheyAreGivenDoesNotMatter() {
        HoursException first = new HoursException(date("2026-08-03"), date("2026-08-16"), List.of(), "a");
        HoursException second = new HoursException(date("2026-08-08"), date("2026-08-08"), List.of(), "b");
        assertThat(HUB.with(first).with(second)).isEqualTo(HUB.with(second).with(first));
    }

    @Test
    void sizesAreBounded() {
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> HUB.openIntervals(
                        Interval.of(Instant.EPOCH, Duration.ofDays(OpeningHours.LONGEST_WINDOW_DAYS + 1)), PARIS))
                .satisfies(refusal -> assertThat(refusal.errorCode()).isEqualTo(CoreError.INPUT_TOO_LARGE));
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(
                        () -> new HoursException(date("2026-08-03"), date("2026-08-03"), List.of(), "x".repeat(201)));
        LocalDate first = date("2026-01-01");
        List<HoursException> many = Stream.iterate(0, i -> i + 1)
                .limit(OpeningHours.MOST_EXCEPTIONS + 1L)
                .map(i -> new HoursException(first.plusDays(i), first.plusDays(i), List.of(), ""))
                .toList();
        assertThatExceptionOfType(InvalidInputException.class)
                .isThrownBy(() -> new OpeningHours(List.of(), many, null));
    }
}
