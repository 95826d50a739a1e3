package fr.aisneneo.core.calendar;

import jakarta.json.bind.annotation.JsonbSubtype;
import jakarta.json.bind.annotation.JsonbTypeInfo;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The public holidays of a territory: those of {@linkplain FrenchHolidays France}, computed by rule, or
 * {@linkplain ListedHolidays a list} for any other country or for the days of a company.
 *
 * <p>A calendar is data: it is stored with the hours it belongs to and means the same on every machine. Immutable and
 * thread-safe.
 */
@JsonbTypeInfo(
        key = "kind",
        value = {
            @JsonbSubtype(alias = "french", type = FrenchHolidays.class),
            @JsonbSubtype(alias = "listed", type = ListedHolidays.class)
        })
public sealed interface HolidayCalendar permits FrenchHolidays, ListedHolidays {

    /**
     * The holidays of a year.
     *
     * @param year any year
     * @return sorted by date; two may fall on one day; empty for a year without holidays
     */
    List<Holiday> in(int year);

    /**
     * The holiday on a day.
     *
     * @param date the day
     * @return the holiday; the first one where two fall together; empty on any other day
     */
    Optional<Holiday> on(LocalDate date);
}
