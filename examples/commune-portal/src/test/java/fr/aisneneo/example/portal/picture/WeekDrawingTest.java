package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.example.portal.picture.WeekPicture.Block;
import fr.aisneneo.example.portal.picture.WeekPicture.Cell;
import fr.aisneneo.example.portal.picture.WeekPicture.Column;
import fr.aisneneo.example.portal.picture.WeekPicture.Look;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WeekDrawingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 23);
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private static final int HOUR = 44;

    private static Instant at(LocalDate day, String time) {
        return LocalDateTime.parse(day + "T" + time).atZone(PARIS).toInstant();
    }

    private static Stretch open(LocalDate day, String from, String to, int used, int capacity) {
        return new Stretch(new Interval(at(day, from), at(day, to)), true, used, capacity);
    }

    private static WeekPicture draw(Instant now, List<Stretch> first) {
        return draw(now, MONDAY, first);
    }

    private static WeekPicture draw(Instant now, LocalDate day, List<Stretch> stretches) {
        SortedMap<LocalDate, List<Stretch>> days = new TreeMap<>();
        days.put(day, stretches);
        for (int next = 1; next < 7; next++) {
            days.put(day.plusDays(next), List.of());
        }
        return new WeekDrawing(
                        PARIS,
                        now,
                        now,
                        Duration.ofMinutes(30),
                        (from, to) -> from.toLocalDateTime() + "/" + to.toLocalDateTime())
                .draw(days);
    }

    private static List<String> hrefs(Column column) {
        return column.cells().stream().map(Cell::href).toList();
    }

    @Test
    void theHoursShownGoFromTheFirstOpeningToTheLastClosing() {
        WeekPicture picture = draw(LONG_AGO, List.of(open(MONDAY, "08:30", "18:15", 0, 1)));

        assertThat(picture.hours()).hasSize(11);
        assertThat(picture.hours().get(0).label()).isEqualTo("8\u00a0h");
        assertThat(picture.height()).isEqualTo(11 * HOUR);
    }

    @Test
    void aWeekThatIsNeverOpenStillShowsADay() {
        assertThat(draw(LONG_AGO, List.of()).height()).isEqualTo(9 * HOUR);
    }

    @Test
    void freeTakenAndPartlyTakenLookDifferentAndSaySo() {
        Column column = draw(
                        LONG_AGO,
                        List.of(
                                open(MONDAY, "09:00", "10:00", 0, 12),
                                open(MONDAY, "10:00", "11:00", 3, 12),
                                open(MONDAY, "11:00", "12:00", 12, 12)))
                .columns()
                .get(0);

        assertThat(column.blocks()).extracting(Block::look).containsExactly(Look.FREE, Look.PART, Look.TAKEN);
        assertThat(column.blocks())
                .extracting(block -> block.label() + block.unit())
                .containsExactly("12\u00a0libres", "9\u00a0libres", "Complet");
        assertThat(column.blocks().get(1).used()).isEqualTo("3.571%");
    }

    @Test
    void aLabelStandsOnWhatIsFreeAsLongAsThereIsRoom() {
        Column column = draw(
                        LONG_AGO,
                        List.of(
                                open(MONDAY, "09:00", "10:00", 6, 10),
                                open(MONDAY, "10:00", "11:00", 9, 10),
                                open(MONDAY, "11:00", "12:00", 10, 10)))
                .columns()
                .get(0);

        assertThat(column.blocks()).extracting(Block::labelGround).containsExactly("part", "taken", "taken");
        assertThat(column.blocks()).extracting(Block::labelX).containsExactly("11.429%", "6.429%", "7.143%");
    }

    @Test
    void everyFreeHourCanBeClickedAndNoTakenOne() {
        Column column = draw(
                        LONG_AGO, List.of(open(MONDAY, "08:30", "10:15", 0, 1), open(MONDAY, "10:15", "12:00", 1, 1)))
                .columns()
                .get(0);

        assertThat(hrefs(column))
                .containsExactly("2026-11-23T08:30/2026-11-23T09:00", "2026-11-23T09:00/2026-11-23T10:15");
    }

    @Test
    void whatIsOverLooksSoAndCannotBeClicked() {
        Column column = draw(at(MONDAY, "10:20"), List.of(open(MONDAY, "09:00", "12:00", 0, 1)))
                .columns()
                .get(0);

        assertThat(column.blocks()).extracting(Block::look).containsExactly(Look.PAST, Look.FREE);
        assertThat(hrefs(column))
                .containsExactly("2026-11-23T10:20/2026-11-23T11:00", "2026-11-23T11:00/2026-11-23T12:00");
        assertThat(column.now()).isEqualTo((int) Math.round(80 * HOUR / 60.0));
    }

    @Test
    void aDayOf23HoursIsAnHourShorterAndHasItsOwnHours() {
        LocalDate sunday = LocalDate.of(2027, 3, 28);
        Stretch allDay = new Stretch(Interval.ofDay(sunday, PARIS), true, 0, 1);

        Column column = draw(LONG_AGO, sunday, List.of(allDay)).columns().get(0);

        assertThat(column.blocks().get(0).height()).isEqualTo(23 * HOUR);
        assertThat(column.hours()).hasSize(23);
        assertThat(column.hours().stream().map(WeekPicture.Hour::label)).doesNotContain("2\u00a0h");
        assertThat(column.cells()).hasSize(23);
    }

    @Test
    void aDayOf25HoursIsAnHourLongerAndShowsTwoOClockTwice() {
        LocalDate sunday = LocalDate.of(2027, 10, 31);
        Stretch allDay = new Stretch(Interval.ofDay(sunday, PARIS), true, 0, 1);

        WeekPicture picture = draw(LONG_AGO, sunday, List.of(allDay));

        assertThat(picture.height()).isEqualTo(25 * HOUR);
        assertThat(picture.columns().get(0).hours().stream().map(WeekPicture.Hour::label))
                .hasSize(25)
                .filteredOn("2\u00a0h"::equals)
                .hasSize(2);
        assertThat(picture.columns().get(1).hours()).isEmpty();
    }

    @Test
    void columnsStandSideBySideWithoutGap() {
        List<String> places = new ArrayList<>();
        draw(LONG_AGO, List.of()).columns().forEach(column -> places.add(column.x()));

        assertThat(places).containsExactly("0.000%", "14.286%", "28.571%", "42.857%", "57.143%", "71.429%", "85.714%");
    }
}
