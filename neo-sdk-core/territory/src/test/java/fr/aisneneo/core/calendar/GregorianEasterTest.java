package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GregorianEasterTest {

    /** Published dates, among them the earliest and the latest possible ones and the exceptions of the epact. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1583-04-10", "1598-03-22", "1609-04-19", "1666-04-25", "1693-03-22", "1734-04-25", "1761-03-22",
                "1818-03-22", "1886-04-25", "1900-04-15", "1913-03-23", "1943-04-25", "1954-04-18", "1961-04-02",
                "1981-04-19", "1999-04-04", "2000-04-23", "2001-04-15", "2002-03-31", "2003-04-20", "2004-04-11",
                "2005-03-27", "2006-04-16", "2007-04-08", "2008-03-23", "2009-04-12", "2010-04-04", "2011-04-24",
                "2019-04-21", "2024-03-31", "2025-04-20", "2026-04-05", "2027-03-28", "2028-04-16", "2029-04-01",
                "2030-04-21", "2035-03-25", "2038-04-25", "2049-04-18", "2076-04-19", "2100-03-28", "2285-03-22"
            })
    void easterFallsOnThePublishedSunday(LocalDate sunday) {
        assertThat(GregorianEaster.sunday(sunday.getYear())).isEqualTo(sunday);
    }

    /** The same date by the other well-known procedure: Meeus, Astronomical Algorithms, chapter 8 (Butcher, 1876). */
    @Test
    void twoIndependentProceduresAgreeUpToTheYear9999() {
        for (int year = 1583; year <= 9999; year++) {
            LocalDate sunday = GregorianEaster.sunday(year);
            assertThat(sunday).isEqualTo(butcher(year));
            assertThat(sunday.getDayOfWeek()).isEqualTo(DayOfWeek.SUNDAY);
            assertThat(sunday).isBetween(LocalDate.of(year, 3, 22), LocalDate.of(year, 4, 25));
        }
    }

    private static LocalDate butcher(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int g = (8 * b + 13) / 25;
        int h = (19 * a + b - b / 4 - g + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 19 * l) / 433;
        int month = (h + l - 7 * m + 90) / 25;
        int day = (h + l - 7 * m + 33 * month + 19) % 32;
        return LocalDate.of(year, month, day);
    }
}
