package fr.aisneneo.example.portal.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class FrenchTimeTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private static String plain(String text) {
        return text.replace('\u00a0', ' ');
    }

    private static ZonedDateTime at(String local) {
        return LocalDateTime.parse(local).atZone(PARIS);
    }

    @Test
    void datesAreWrittenOut() {
        assertThat(plain(FrenchTime.day(LocalDate.of(2026, 11, 24)))).isEqualTo("mardi 24 novembre 2026");
        assertThat(plain(FrenchTime.day(LocalDate.of(2027, 8, 1)))).isEqualTo("dimanche 1er août 2027");
        assertThat(FrenchTime.shortWeekday(LocalDate.of(2026, 11, 24))).isEqualTo("mar.");
    }

    @Test
    void timesHaveAnHAndNoEmptyMinutes() {
        assertThat(plain(FrenchTime.time(LocalTime.of(9, 0)))).isEqualTo("9 h");
        assertThat(plain(FrenchTime.time(LocalTime.of(14, 5)))).isEqualTo("14 h 05");
        assertThat(FrenchTime.endTime(LocalTime.MIDNIGHT)).isEqualTo("minuit");
    }

    @Test
    void aRangeNamesTheDayOfItsEndWhereThatIsAnother() {
        assertThat(plain(FrenchTime.range(at("2026-11-24T09:00"), at("2026-11-24T10:30"))))
                .isEqualTo("de 9 h à 10 h 30");
        assertThat(plain(FrenchTime.range(at("2026-11-24T20:00"), at("2026-11-25T00:00"))))
                .isEqualTo("de 20 h à minuit");
        assertThat(plain(FrenchTime.range(at("2026-11-24T20:00"), at("2026-11-25T02:00"))))
                .isEqualTo("de 20 h à 2 h le mercredi 25 novembre");
    }

    @Test
    void aTimeThatComesTwiceSaysWhichOneItIs() {
        ZonedDateTime first = at("2027-10-31T02:30");

        assertThat(plain(FrenchTime.range(first, first.plusHours(1))))
                .isEqualTo("de 2 h 30 (heure d’été) à 2 h 30 (heure d’hiver)");
        assertThat(plain(FrenchTime.range(first.minusHours(1), first.plusMinutes(90))))
                .isEqualTo("de 1 h 30 à 3 h");
        assertThat(plain(FrenchTime.anyTime(first.plusHours(1).toInstant(), PARIS)))
                .isEqualTo("dimanche 31 octobre 2027 à 2 h 30 (heure d’hiver)");
    }

    @Test
    void durationsAreInHoursAndMinutesOrDays() {
        assertThat(plain(FrenchTime.duration(Duration.ofMinutes(45)))).isEqualTo("45 min");
        assertThat(plain(FrenchTime.duration(Duration.ofMinutes(90)))).isEqualTo("1 h 30");
        assertThat(plain(FrenchTime.duration(Duration.ofHours(24)))).isEqualTo("24 h");
        assertThat(plain(FrenchTime.duration(Duration.ofDays(3)))).isEqualTo("3 jours");
    }
}
