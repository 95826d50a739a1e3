package fr.aisneneo.core.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * The date of Easter in the Gregorian calendar: the Sunday after the fourteenth day of the ecclesiastical moon that
 * falls on or after 21 March.
 *
 * <p>The rule of Lilius and Clavius (1582) as D. E. Knuth states it in <i>The Art of Computer Programming</i>, volume
 * 1, section 1.3.2, exercise 14.
 */
final class GregorianEaster {
    private GregorianEaster() {}

    /** Easter Sunday of a year from 1583 on. */
    static LocalDate sunday(int year) {
        int golden = year % 19 + 1;
        int century = year / 100 + 1;
        int droppedLeapDays = 3 * century / 4 - 12;
        int moonCorrection = (8 * century + 5) / 25 - 5;
        int sundayNumber = 5 * year / 4 - droppedLeapDays - 10;
        int epact = Math.floorMod(11 * golden + 20 + moonCorrection - droppedLeapDays, 30);
        if (epact == 24 || (epact == 25 && golden > 11)) {
            epact++;
        }
        int fullMoon = 44 - epact;
        if (fullMoon < 21) {
            fullMoon += 30;
        }
        int marchDay = fullMoon + 7 - (sundayNumber + fullMoon) % 7;
        return LocalDate.of(year, Month.MARCH, 1).plusDays(marchDay - 1L);
    }
}
