package fr.aisneneo.example.portal.picture;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;
import fr.aisneneo.example.portal.picture.BalancePicture.Amount;
import fr.aisneneo.example.portal.picture.BalancePicture.Date;
import fr.aisneneo.example.portal.picture.BalancePicture.Dot;
import fr.aisneneo.example.portal.picture.BalancePicture.Piece;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Draws a balance as a line of steps, since it stays what it is until something moves it. Takes any balance that fits a
 * {@code long}, below zero too. Movements that lie closer than the eye tells apart become one step that reaches as far
 * as they did.
 */
public final class BalanceDrawing {
    static final int TOP = 24;
    static final int BOTTOM = 204;
    private static final int HEIGHT = 230;
    private static final int COLUMNS = 1_000;
    private static final int DAYS_BETWEEN = 7;

    /**
     * A movement.
     *
     * @param at when
     * @param balance the balance behind it, in minor units
     */
    public record Movement(Instant at, long balance) {}

    private final Currency currency;
    private final Locale locale;
    private final ZoneId zone;

    /**
     * A drawing.
     *
     * @param currency what amounts are in
     * @param locale the language of the labels
     * @param zone where days begin
     */
    public BalanceDrawing(Currency currency, Locale locale, ZoneId zone) {
        this.currency = currency;
        this.locale = locale;
        this.zone = zone;
    }

    /**
     * Draws.
     *
     * @param time from when to when
     * @param until where the line ends, if that is earlier: the present
     * @param opening the balance at the beginning, in minor units
     * @param movements what moved it, the earliest first, all within the time
     */
    public BalancePicture draw(Interval time, Instant until, long opening, List<Movement> movements) {
        long least = opening;
        long greatest = opening;
        for (Movement movement : movements) {
            least = Math.min(least, movement.balance());
            greatest = Math.max(greatest, movement.balance());
        }
        AmountScale scale = AmountScale.of(Math.min(0, least), Math.max(0, greatest), currency.scale());
        List<Piece> steps = new ArrayList<>();
        int y = y(scale, opening);
        int column = 0;
        int next = 0;
        while (next < movements.size()) {
            int here = column(time, movements.get(next).at());
            int low = y;
            int high = y;
            int last = y;
            while (next < movements.size() && column(time, movements.get(next).at()) == here) {
                last = y(scale, movements.get(next).balance());
                low = Math.max(low, last);
                high = Math.min(high, last);
                next++;
            }
            level(steps, column, here, y);
            if (low != high) {
                steps.add(new Piece(x(here), high, x(here), low));
            }
            y = last;
            column = here;
        }
        int end = Math.max(column, column(time, until));
        level(steps, column, end, y);
        return new BalancePicture(
                HEIGHT, steps, amounts(scale), dates(time), least < 0 ? y(scale, 0) : null, new Dot(x(end), y));
    }

    private static void level(List<Piece> steps, int from, int to, int y) {
        if (from < to) {
            steps.add(new Piece(x(from), y, x(to), y));
        }
    }

    private static int column(Interval time, Instant at) {
        Instant within = at.isBefore(time.start()) ? time.start() : at.isAfter(time.end()) ? time.end() : at;
        long whole = time.duration().toSeconds();
        return (int) (Duration.between(time.start(), within).toSeconds() * COLUMNS / whole);
    }

    private static String x(int column) {
        return Percent.of((double) column / COLUMNS);
    }

    private static int y(AmountScale scale, long balance) {
        return BOTTOM - scale.of(BigInteger.valueOf(balance), BOTTOM - TOP);
    }

    private List<Amount> amounts(AmountScale scale) {
        return scale.labelled().stream()
                .map(amount -> new Amount(
                        y(scale, amount), Money.ofMinorUnits(amount, currency).format(locale)))
                .toList();
    }

    private boolean french() {
        return locale.getLanguage().equals("fr");
    }

    private List<Date> dates(Interval time) {
        DateTimeFormatter day = DateTimeFormatter.ofPattern("d\u00a0MMM", locale);
        DateTimeFormatter first = french() ? DateTimeFormatter.ofPattern("d'er\u00a0'MMM", locale) : day;
        List<Date> dates = new ArrayList<>();
        LocalDate date = time.start().atZone(zone).toLocalDate();
        LocalDate last = time.end().atZone(zone).toLocalDate();
        // No label so near to the end that it would be cut.
        while (!date.plusDays(1).isAfter(last)) {
            int column = column(time, date.atStartOfDay(zone).toInstant());
            dates.add(new Date(
                    x(column),
                    (date.getDayOfMonth() == 1 ? first : day).format(date),
                    dates.isEmpty() ? "start" : "middle"));
            date = date.plusDays(DAYS_BETWEEN);
        }
        return dates;
    }
}
