package fr.aisneneo.core.calendar;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * One holiday of every year: where it is one, in which years, and its date as a function of the year.
 *
 * @param region the only region that has it; the national one stands for all
 */
record HolidayRule(
        String key,
        String french,
        String english,
        FrenchHolidays.Region region,
        IntPredicate years,
        IntFunction<LocalDate> date) {
    /** The last year with four digits; the arithmetic of Easter is held to published tables below it. */
    private static final int LAST_YEAR = 9999;

    static HolidayRule fixed(String key, String french, String english, int since, int month, int day) {
        return everywhere(key, french, english, since, year -> LocalDate.of(year, month, day));
    }

    static HolidayRule fromEaster(String key, String french, String english, int since, int days) {
        return everywhere(
                key,
                french,
                english,
                since,
                year -> GregorianEaster.sunday(year).plusDays(days));
    }

    private static HolidayRule everywhere(
            String key, String french, String english, int since, IntFunction<LocalDate> date) {
        return new HolidayRule(key, french, english, FrenchHolidays.Region.NATIONAL, year -> year >= since, date);
    }

    HolidayRule when(IntPredicate also) {
        return new HolidayRule(key, french, english, region, years.and(also), date);
    }

    HolidayRule in(FrenchHolidays.Region only) {
        return new HolidayRule(key, french, english, only, years, date);
    }

    Optional<Holiday> of(int year, FrenchHolidays.Region place) {
        boolean here = region == FrenchHolidays.Region.NATIONAL || region == place;
        return here && year <= LAST_YEAR && years.test(year)
                ? Optional.of(new Holiday(date.apply(year), key, french, english))
                : Optional.empty();
    }
}
