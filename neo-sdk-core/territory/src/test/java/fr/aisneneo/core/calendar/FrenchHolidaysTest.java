package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FrenchHolidaysTest {

    private static Map<String, LocalDate> dates(HolidayCalendar calendar, int year) {
        return calendar.in(year).stream().collect(Collectors.toMap(Holiday::key, Holiday::date));
    }

    @Test
    void theElevenDaysOf2026AreThoseOfTheLabourCode() {
        assertThat(FrenchHolidays.NATIONAL.in(2026).stream()
                        .map(holiday -> holiday.date() + " " + holiday.name(Locale.FRENCH)))
                .containsExactly(
                        "2026-01-01 Jour de l’an",
                        "2026-04-06 Lundi de Pâques",
                        "2026-05-01 Fête du Travail",
                        "2026-05-08 Victoire 1945",
                        "2026-05-14 Ascension",
                        "2026-05-25 Lundi de Pentecôte",
                        "2026-07-14 Fête nationale",
                        "2026-08-15 Assomption",
                        "2026-11-01 Toussaint",
                        "2026-11-11 Armistice 1918",
                        "2026-12-25 Noël");
    }

    /** The moving days as the French government publishes them (data.gouv.fr, “Jours fériés en France”). */
    @ParameterizedTest
    @CsvSource({
        "2002-04-01, 2002-05-09, 2002-05-20",
        "2003-04-21, 2003-05-29, 2003-06-09",
        "2004-04-12, 2004-05-20, 2004-05-31",
        "2005-03-28, 2005-05-05, 2005-05-16",
        "2006-04-17, 2006-05-25, 2006-06-05",
        "2007-04-09, 2007-05-17, 2007-05-28",
        "2008-03-24, 2008-05-01, 2008-05-12",
        "2009-04-13, 2009-05-21, 2009-06-01",
        "2010-04-05, 2010-05-13, 2010-05-24",
        "2011-04-25, 2011-06-02, 2011-06-13",
        "2012-04-09, 2012-05-17, 2012-05-28",
        "2013-04-01, 2013-05-09, 2013-05-20",
        "2014-04-21, 2014-05-29, 2014-06-09",
        "2015-04-06, 2015-05-14, 2015-05-25",
        "2016-03-28, 2016-05-05, 2016-05-16",
        "2017-04-17, 2017-05-25, 2017-06-05",
        "2018-04-02, 2018-05-10, 2018-05-21",
        "2019-04-22, 2019-05-30, 2019-06-10",
        "2020-04-13, 2020-05-21, 2020-06-01",
        "2021-04-05, 2021-05-13, 2021-05-24",
        "2022-04-18, 2022-05-26, 2022-06-06",
        "2023-04-10, 2023-05-18, 2023-05-29",
        "2024-04-01, 2024-05-09, 2024-05-20",
        "2025-04-21, 2025-05-29, 2025-06-09",
        "2026-04-06, 2026-05-14, 2026-05-25",
        "2027-03-29, 2027-05-06, 2027-05-17",
        "2028-04-17, 2028-05-25, 2028-06-05",
        "2029-04-02, 2029-05-10, 2029-05-21",
        "2030-04-22, 2030-05-30, 2030-06-10",
    })
    void theMovingDaysAreThePublishedOnes(LocalDate easterMonday, LocalDate ascension, LocalDate whitMonday) {
        Map<String, LocalDate> dates = dates(FrenchHolidays.NATIONAL, easterMonday.getYear());
        assertThat(dates)
                .hasSize(11)
                .containsEntry("easter-monday", easterMonday)
                .containsEntry("ascension", ascension)
                .containsEntry("whit-monday", whitMonday);
    }

    /** The same source, zone “Alsace-Moselle”. */
    @ParameterizedTest
    @CsvSource({"2002-03-29", "2008-03-21", "2016-03-25", "2019-04-19", "2024-03-29", "2026-04-03", "2027-03-26"})
    void alsaceAndMoselleHaveTwoMore(LocalDate goodFriday) {
        int year = goodFriday.getYear();
        assertThat(dates(FrenchHolidays.ALSACE_MOSELLE, year))
                .hasSize(13)
                .containsAllEntriesOf(dates(FrenchHolidays.NATIONAL, year))
                .containsEntry("good-friday", goodFriday)
                .containsEntry("boxing-day", LocalDate.of(year, 12, 26));
    }

    @ParameterizedTest
    @CsvSource({
        "1952, false",
        "1953, true",
        "1958, true",
        "1959, false",
        "1964, false",
        "1965, true",
        "1966, false",
        "1981, false",
        "1982, true",
        "2026, true"
    })
    void the8thOfMayIsAHolidayOnlyWhenALawSaidSo(int year, boolean holiday) {
        assertThat(FrenchHolidays.NATIONAL.on(LocalDate.of(year, 5, 8)).isPresent())
                .isEqualTo(holiday);
    }

    @ParameterizedTest
    @CsvSource({
        "05-01, 1946, 1947",
        "11-11, 1921, 1922",
        "07-14, 1879, 1880",
        "01-01, 1810, 1811",
        "12-25, 1801, 1802",
    })
    void everyDayBeginsWithTheTextThatMadeItAHoliday(String day, int before, int since) {
        assertThat(FrenchHolidays.NATIONAL.on(LocalDate.parse(before + "-" + day)))
                .isEmpty();
        assertThat(FrenchHolidays.NATIONAL.on(LocalDate.parse(since + "-" + day)))
                .isPresent();
    }

    @Test
    void twoHolidaysMayFallOnOneDay() {
        LocalDate both = LocalDate.of(2008, 5, 1);
        List<String> keys = FrenchHolidays.NATIONAL.in(2008).stream()
                .filter(holiday -> holiday.date().equals(both))
                .map(Holiday::key)
                .toList();
        assertThat(keys).containsExactly("labour-day", "ascension");
        assertThat(FrenchHolidays.NATIONAL.on(both)).map(Holiday::key).contains("labour-day");
    }

    @Test
    void askingForADayAndForItsYearAgreeOverACentury() {
        for (int year = 1982; year < 2082; year++) {
            List<Holiday> inYear = FrenchHolidays.NATIONAL.in(year);
            assertThat(inYear)
                    .hasSize(11)
                    .isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
            long found = LocalDate.of(year, 1, 1)
                    .datesUntil(LocalDate.of(year + 1, 1, 1))
                    .filter(day -> FrenchHolidays.NATIONAL.on(day).isPresent())
                    .count();
            assertThat(found)
                    .isEqualTo(inYear.stream().map(Holiday::date).distinct().count());
        }
    }

    @Test
    void absurdYearsHaveNoHolidays() {
        assertThat(FrenchHolidays.NATIONAL.in(Integer.MIN_VALUE)).isEmpty();
        assertThat(FrenchHolidays.NATIONAL.in(Integer.MAX_VALUE)).isEmpty();
        assertThat(FrenchHolidays.NATIONAL.on(LocalDate.MAX)).isEmpty();
    }
}
