package fr.aisneneo.example.portal.picture;

import static org.assertj.core.api.Assertions.assertThat;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.example.portal.picture.BalanceDrawing.Movement;
import fr.aisneneo.example.portal.picture.BalancePicture.Amount;
import fr.aisneneo.example.portal.picture.BalancePicture.Date;
import fr.aisneneo.example.portal.picture.BalancePicture.Dot;
import fr.aisneneo.example.portal.picture.BalancePicture.Piece;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class BalanceDrawingTest {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Currency AXO = new Currency("AXO", 2);
    private static final Interval NOVEMBER = month("2026-11");

    private static Interval month(String text) {
        YearMonth month = YearMonth.parse(text);
        return new Interval(
                month.atDay(1).atStartOfDay(PARIS).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(PARIS).toInstant());
    }

    private static Instant day(int day) {
        return LocalDate.of(2026, 11, day).atStartOfDay(PARIS).toInstant();
    }

    private static BalancePicture draw(Instant until, long opening, Movement... movements) {
        return new BalanceDrawing(AXO, Locale.FRENCH, PARIS).draw(NOVEMBER, until, opening, List.of(movements));
    }

    private static List<String> labels(BalancePicture picture) {
        return picture.amounts().stream()
                .map(Amount::label)
                .map(label -> label.replaceAll("[\u00a0\u202f]", " "))
                .toList();
    }

    @Test
    void withoutMovementsItIsOneLevelLine() {
        BalancePicture picture = draw(NOVEMBER.end(), 100_00);

        assertThat(picture.steps()).containsExactly(new Piece("0.000%", 24, "100.000%", 24));
        assertThat(picture.end()).isEqualTo(new Dot("100.000%", 24));
        assertThat(picture.zero()).isNull();
        assertThat(labels(picture)).containsExactly("0,00 AXO", "50,00 AXO", "100,00 AXO");
    }

    @Test
    void nothingAtAllLiesOnTheBottomOfAnAxisThatReachesToOne() {
        BalancePicture picture = draw(NOVEMBER.end(), 0);

        assertThat(picture.steps()).containsExactly(new Piece("0.000%", 204, "100.000%", 204));
        assertThat(labels(picture)).startsWith("0,00 AXO").endsWith("1,00 AXO");
    }

    @Test
    void aMovementIsAStepAtItsInstant() {
        BalancePicture picture = draw(NOVEMBER.end(), 0, new Movement(day(16), 100_00));

        assertThat(picture.steps())
                .containsExactly(
                        new Piece("0.000%", 204, "50.000%", 204),
                        new Piece("50.000%", 24, "50.000%", 204),
                        new Piece("50.000%", 24, "100.000%", 24));
    }

    @Test
    void theLineEndsAtThePresent() {
        BalancePicture picture = draw(day(16), 100_00, new Movement(day(4), 50_00));

        assertThat(picture.end()).isEqualTo(new Dot("50.000%", 114));
        assertThat(picture.steps()).last().isEqualTo(new Piece("10.000%", 114, "50.000%", 114));
    }

    @Test
    void aMovementOfThisVeryInstantIsSeenAtTheEndOfTheLine() {
        BalancePicture picture = draw(day(1), 0, new Movement(day(1), 100_00));

        assertThat(picture.steps()).containsExactly(new Piece("0.000%", 24, "0.000%", 204));
        assertThat(picture.end()).isEqualTo(new Dot("0.000%", 24));
    }

    @Test
    void belowZeroTheZeroIsMarked() {
        BalancePicture picture = draw(NOVEMBER.end(), 50_00, new Movement(day(16), -50_00));

        assertThat(picture.zero()).isEqualTo(114);
        assertThat(picture.end().y()).isEqualTo(204);
        assertThat(labels(picture)).containsExactly("-50,00 AXO", "0,00 AXO", "50,00 AXO");
    }

    @Test
    void theGreatestAndTheLeastAmountsThatThereAreFit() {
        BalancePicture picture = draw(
                NOVEMBER.end(),
                Long.MAX_VALUE,
                new Movement(day(10), Long.MIN_VALUE + 1),
                new Movement(day(20), Long.MAX_VALUE));

        assertThat(picture.steps())
                .allSatisfy(piece -> assertThat(List.of(piece.y1(), piece.y2()))
                        .allSatisfy(y -> assertThat(y).isBetween(BalanceDrawing.TOP, BalanceDrawing.BOTTOM)));
        assertThat(labels(picture)).contains("0,00 AXO");
    }

    @Test
    void movementsThatTheEyeCannotTellApartAreOneStepThatReachesAsFar() {
        BalancePicture picture = draw(
                NOVEMBER.end(),
                50_00,
                new Movement(day(16), 100_00),
                new Movement(day(16).plusSeconds(1), 0),
                new Movement(day(16).plusSeconds(2), 50_00));

        assertThat(picture.steps())
                .containsExactly(
                        new Piece("0.000%", 114, "50.000%", 114),
                        new Piece("50.000%", 24, "50.000%", 204),
                        new Piece("50.000%", 114, "100.000%", 114));
    }

    @Test
    void tenThousandMovementsAreNoMorePiecesThanThereIsRoomFor() {
        List<Movement> movements = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            movements.add(new Movement(NOVEMBER.start().plusSeconds(250L * i), i % 2 == 0 ? 100 : 200));
        }

        BalancePicture picture =
                new BalanceDrawing(AXO, Locale.FRENCH, PARIS).draw(NOVEMBER, NOVEMBER.end(), 0, movements);

        assertThat(picture.steps()).hasSizeBetween(1_000, 2_001);
    }

    @Test
    void daysAreLabelledEachWeekInTheLanguageAndZoneOfTheReader() {
        Interval october = month("2026-10");
        List<Date> french = new BalanceDrawing(AXO, Locale.FRENCH, PARIS)
                .draw(october, october.end(), 0, List.of())
                .dates();
        List<Date> english = new BalanceDrawing(AXO, Locale.ENGLISH, PARIS)
                .draw(october, october.end(), 0, List.of())
                .dates();

        assertThat(french)
                .extracting(Date::label)
                .containsExactly("1er\u00a0oct.", "8\u00a0oct.", "15\u00a0oct.", "22\u00a0oct.", "29\u00a0oct.");
        assertThat(english).extracting(Date::label).startsWith("1\u00a0Oct");
        assertThat(french.get(4).x()).isEqualTo("90.300%");
        assertThat(french).extracting(Date::anchor).startsWith("start", "middle");
    }

    @Test
    void amountsAreWrittenInTheLanguageOfTheReader() {
        BalancePicture english =
                new BalanceDrawing(AXO, Locale.ENGLISH, PARIS).draw(NOVEMBER, NOVEMBER.end(), 4_000_00, List.of());

        assertThat(labels(english)).endsWith("AXO 4,000.00");
    }
}
