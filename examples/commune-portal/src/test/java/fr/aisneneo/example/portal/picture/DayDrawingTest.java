package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.example.portal.picture.DayPicture.Bar;
import fr.aisneneo.example.portal.picture.DayPicture.Lane;
import fr.aisneneo.example.portal.picture.DayPicture.Tick;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

class DayDrawingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static Stretch stretch(String from, String to, boolean open, int used, int capacity) {
        return new Stretch(
                new Interval(
                        LocalDateTime.parse(DAY + "T" + from).atZone(PARIS).toInstant(),
                        LocalDateTime.parse(DAY + "T" + to).atZone(PARIS).toInstant()),
                open,
                used,
                capacity);
    }

    private static DayPicture draw(String now, int capacity, Stretch... stretches) {
        return new DayDrawing(PARIS, Instant.parse(now))
                .draw(DAY, List.of(new DayDrawing.Space("Salle", "/espaces/1", capacity, 12, List.of(stretches))));
    }

    @Test
    void howMuchIsTakenIsHowHighItIs() {
        Lane lane = draw(
                        "2026-11-23T12:00:00Z",
                        4,
                        stretch("08:00", "10:00", true, 1, 4),
                        stretch("10:00", "12:00", true, 4, 4),
                        stretch("12:00", "16:00", true, 0, 4))
                .lanes()
                .get(0);

        assertThat(lane.bars())
                .containsExactly(
                        new Bar("open", "0.000%", "25.000%", 0, 56),
                        new Bar("part", "0.000%", "25.000%", 42, 14),
                        new Bar("open", "25.000%", "25.000%", 0, 56),
                        new Bar("taken", "25.000%", "25.000%", 0, 56),
                        new Bar("open", "50.000%", "50.000%", 0, 56));
        assertThat(lane.peak()).isEqualTo(4);
        assertThat(lane.load()).isEqualTo(12);
        assertThat(lane.told())
                .containsExactly("de 8\u00a0h à 10\u00a0h\u00a0: 1 sur 4", "de 10\u00a0h à 12\u00a0h\u00a0: 4 sur 4");
    }

    @Test
    void bothAxesAreLabelledFromEndToEnd() {
        DayPicture picture = draw("2026-11-23T12:00:00Z", 24, stretch("08:00", "19:00", true, 0, 24));

        assertThat(picture.hours())
                .startsWith(new DayPicture.Hour("0.000%", "8\u00a0h", "start", true))
                .endsWith(new DayPicture.Hour("100.000%", "19\u00a0h", "end", true))
                .hasSize(12);
        assertThat(picture.lanes().get(0).ticks()).extracting(Tick::label).containsExactly("24", "12", "0");
        assertThat(picture.lanes().get(0).ticks()).extracting(Tick::y).containsExactly(0, 28, 56);
        assertThat(draw("2026-11-23T12:00:00Z", 1, stretch("00:00", "23:45", true, 0, 1))
                        .hours())
                .last()
                .extracting(DayPicture.Hour::label)
                .isEqualTo("24\u00a0h");
    }

    @Test
    void onePlaceOfManyIsStillSeen() {
        Lane lane = draw("2026-11-23T12:00:00Z", 100, stretch("08:00", "10:00", true, 1, 100))
                .lanes()
                .get(0);

        assertThat(lane.bars().get(1).height()).isEqualTo(3);
    }

    @Test
    void thePresentIsMarkedOnItsDayOnly() {
        Stretch open = stretch("08:00", "16:00", true, 0, 1);

        assertThat(draw("2026-11-23T11:00:00Z", 1, open).now()).isEqualTo("50.000%");
        assertThat(draw("2026-11-24T11:00:00Z", 1, open).now()).isNull();
    }

    @Test
    void aClosedDayIsDrawnClosed() {
        DayPicture picture = draw("2026-11-23T11:00:00Z", 1, stretch("00:00", "23:00", false, 0, 1));

        assertThat(picture.lanes().get(0).bars()).extracting(Bar::look).containsExactly("closed");
        assertThat(picture.hours()).isNotEmpty();
    }
}
