package fr.aisneneo.core.calendar;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The public holidays of France, computed by rule for every year up to 9999.
 *
 * <p>Today's eleven days are those of the <i>Code du travail</i>, article L3133-1. Each is given only for the years in
 * which a text made it a holiday:
 *
 * <ul>
 *   <li>Ascension, Assumption, All Saints, Christmas: order of 29 germinal an X (19 April 1802);
 *   <li>1 January: opinion of the Conseil d’État of 23 March 1810;
 *   <li>14 July: law of 6 July 1880;
 *   <li>Easter Monday, Whit Monday: law of 8 March 1886. Whit Monday stayed a public holiday while, in the years 2005
 *       to 2007, it was also the ordinary <i>journée de solidarité</i> (laws 2004-626 and 2008-351); whether a place is
 *       open that day is for its own exceptions to say;
 *   <li>11 November: law of 24 October 1922;
 *   <li>1 May: law 47-778 of 30 April 1947;
 *   <li>8 May: law 53-225 of 20 March 1953, ended by decree 59-533 of 11 April 1959; once in 1965; again since law
 *       81-893 of 2 October 1981, so first in 1982.
 * </ul>
 *
 * <p>Easter follows the Gregorian rule. Immutable and thread-safe.
 *
 * @param region which part of the country
 */
public record FrenchHolidays(Region region) implements HolidayCalendar {
    /** The eleven days of the whole country. */
    public static final FrenchHolidays NATIONAL = new FrenchHolidays(Region.NATIONAL);

    /** The eleven days and the two of Alsace and Moselle. */
    public static final FrenchHolidays ALSACE_MOSELLE = new FrenchHolidays(Region.ALSACE_MOSELLE);

    private static final List<HolidayRule> RULES = List.of(
            HolidayRule.fixed("new-year", "Jour de l’an", "New Year’s Day", 1811, 1, 1),
            HolidayRule.fromEaster("easter-monday", "Lundi de Pâques", "Easter Monday", 1886, 1),
            HolidayRule.fixed("labour-day", "Fête du Travail", "Labour Day", 1947, 5, 1),
            HolidayRule.fixed("victory-1945", "Victoire 1945", "Victory Day 1945", 1953, 5, 8)
                    .when(year -> year < 1959 || year == 1965 || year >= 1982),
            HolidayRule.fromEaster("ascension", "Ascension", "Ascension Day", 1802, 39),
            HolidayRule.fromEaster("whit-monday", "Lundi de Pentecôte", "Whit Monday", 1886, 50),
            HolidayRule.fixed("bastille-day", "Fête nationale", "Bastille Day", 1880, 7, 14),
            HolidayRule.fixed("assumption", "Assomption", "Assumption Day", 1802, 8, 15),
            HolidayRule.fixed("all-saints", "Toussaint", "All Saints’ Day", 1802, 11, 1),
            HolidayRule.fixed("armistice-1918", "Armistice 1918", "Armistice Day 1918", 1922, 11, 11),
            HolidayRule.fixed("christmas", "Noël", "Christmas Day", 1802, 12, 25),
            HolidayRule.fromEaster("good-friday", "Vendredi saint", "Good Friday", 1892, -2)
                    .in(Region.ALSACE_MOSELLE),
            HolidayRule.fixed("boxing-day", "Saint-Étienne", "Boxing Day", 1892, 12, 26)
                    .in(Region.ALSACE_MOSELLE));

    /** Parts of the country with days of their own. */
    public enum Region {
        /** No days of its own. */
        NATIONAL,
        /**
         * The departements Bas-Rhin, Haut-Rhin and Moselle, which also have Good Friday and 26 December (<i>Code du
         * travail</i>, article L3134-13; ordinance of 16 August 1892). Good Friday holds by law only in communes with a
         * Protestant or a shared church.
         */
        ALSACE_MOSELLE
    }

    @Override
    public List<Holiday> in(int year) {
        return RULES.stream()
                .flatMap(rule -> rule.of(year, region).stream())
                .sorted(Comparator.comparing(Holiday::date))
                .toList();
    }

    @Override
    public Optional<Holiday> on(LocalDate date) {
        return RULES.stream()
                .flatMap(rule -> rule.of(date.getYear(), region).stream())
                .filter(holiday -> holiday.date().equals(date))
                .findFirst();
    }
}
