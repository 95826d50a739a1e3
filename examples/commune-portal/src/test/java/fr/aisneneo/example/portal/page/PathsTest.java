package fr.aisneneo.example.portal.page;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.booking.SpaceId;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.junit.jupiter.api.Test;

class PathsTest {
    private static final SpaceId SPACE = SpaceId.parse("01930000-0000-7000-8000-000000000211");

    private static ZonedDateTime at(String time) {
        return ZonedDateTime.parse(time).withZoneSameInstant(ZoneId.of("Europe/Paris"));
    }

    @Test
    void aLinkToBookNamesTheSlot() {
        assertThat(Paths.book(SPACE, at("2026-11-24T09:00+01:00"), at("2026-11-24T10:30+01:00")))
                .isEqualTo("/espaces/" + SPACE + "/reserver?debut=2026-11-24T09:00&fin=2026-11-24T10:30");
    }

    @Test
    void aLinkTellsTheSecondTwoOClockFromTheFirst() {
        assertThat(Paths.book(SPACE, at("2027-10-31T02:00+02:00"), at("2027-10-31T02:00+01:00")))
                .endsWith("?debut=2027-10-31T02:00&fin=2027-10-31T02:00&fin-bis=oui");
        assertThat(Paths.book(SPACE, at("2027-10-31T02:30+01:00"), at("2027-10-31T03:00+01:00")))
                .endsWith("?debut=2027-10-31T02:30&fin=2027-10-31T03:00&debut-bis=oui");
    }
}
