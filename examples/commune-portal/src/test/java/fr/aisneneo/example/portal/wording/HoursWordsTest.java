package fr.aisneneo.example.portal.wording;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.FrenchHolidays;
import fr.aisneneo.core.calendar.OpeningHours;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class HoursWordsTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate CHRISTMAS = LocalDate.of(2026, 12, 25);

    private static DayHours hours(LocalDate day, String... ranges) {
        return OpeningHours.CLOSED
                .open(OpeningHours.WORKING_DAYS, ranges)
                .closedOn(FrenchHolidays.NATIONAL)
                .day(day);
    }

    private static String union(DayHours... hours) {
        return HoursWords.ranges(HoursWords.union(List.of(hours)))
                .replace("\u2060", "")
                .replace('\u00a0', ' ');
    }

    @Test
    void aSiteIsOpenWhenOneOfItsSpacesIs() {
        assertThat(union(hours(MONDAY, "09:00-12:30", "13:30-18:00"), hours(MONDAY, "08:00-10:00")))
                .isEqualTo("8 h – 12 h 30, 13 h 30 – 18 h");
        assertThat(union(hours(MONDAY, "09:00-12:00"), hours(MONDAY, "12:00-18:00")))
                .isEqualTo("9 h – 18 h");
        assertThat(union(hours(MONDAY, "20:00-24:00"))).isEqualTo("20 h – minuit");
        assertThat(union(hours(MONDAY, "20:00-02:00"))).isEqualTo("20 h – 2 h");
        assertThat(union(hours(MONDAY, "00:00-24:00"))).isEqualTo("24 h sur 24");
        assertThat(union()).isEmpty();
    }

    @Test
    void aPublicHolidayIsTheReasonWhereItIsOneForAll() {
        assertThat(HoursWords.reason(List.of(hours(CHRISTMAS, "09:00-12:00")), CHRISTMAS))
                .isPresent();
        assertThat(HoursWords.reason(List.of(hours(MONDAY, "09:00-12:00")), MONDAY))
                .isEmpty();
    }
}
