package fr.aisneneo.core.json.internal;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Instants as ISO 8601 text in UTC, letter for letter as {@link Instant#toString()} writes them: those of the years 0
 * to 9999 without a formatter, which takes several times as long, and of those whole seconds are read so as well.
 *
 * <p>Another offset than {@code Z} is read, as RFC 3339 has it, and means the same instant; it is never written.
 */
public final class InstantText {
    private static final long SECONDS_PER_DAY = 86_400;
    private static final long FIRST = LocalDate.of(0, 1, 1).toEpochDay() * SECONDS_PER_DAY;
    private static final long LAST = LocalDate.of(10_000, 1, 1).toEpochDay() * SECONDS_PER_DAY - 1;

    private InstantText() {}

    /**
     * Writes an instant.
     *
     * @param instant the instant
     * @return what {@link Instant#toString()} gives
     */
    public static String write(Instant instant) {
        long seconds = instant.getEpochSecond();
        if (seconds < FIRST || seconds > LAST) {
            return instant.toString();
        }
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(seconds, SECONDS_PER_DAY));
        int ofDay = (int) Math.floorMod(seconds, SECONDS_PER_DAY);
        StringBuilder text = new StringBuilder(30).append(date).append('T');
        two(ofDay / 3_600, text).append(':');
        two(ofDay / 60 % 60, text).append(':');
        two(ofDay % 60, text);
        fraction(instant.getNano(), text);
        return text.append('Z').toString();
    }

    /** In groups of three digits, as many as it takes. */
    private static void fraction(int nanos, StringBuilder text) {
        if (nanos != 0) {
            text.append('.');
        }
        int unit = 100_000_000;
        for (int rest = nanos; rest != 0; ) {
            for (int digit = 0; digit < 3; digit++) {
                text.append((char) ('0' + rest / unit));
                rest %= unit;
                unit /= 10;
            }
        }
    }

    private static StringBuilder two(int number, StringBuilder text) {
        return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
    }

    static Instant read(String text) {
        if (text.length() == 20 && hasMarks(text)) {
            int year = number(text, 0, 4);
            int month = number(text, 5, 7);
            int day = number(text, 8, 10);
            int hour = number(text, 11, 13);
            int minute = number(text, 14, 16);
            int second = number(text, 17, 19);
            boolean plain =
                    (year | month | day | hour | minute | second) >= 0 && hour < 24 && minute < 60 && second < 60;
            if (plain) {
                long days = LocalDate.of(year, month, day).toEpochDay();
                return Instant.ofEpochSecond(days * SECONDS_PER_DAY + hour * 3_600L + minute * 60L + second);
            }
        }
        return Instant.parse(text); // fractions, offsets, far years, 24:00 and leap seconds
    }

    private static boolean hasMarks(String text) {
        return text.charAt(4) == '-'
                && text.charAt(7) == '-'
                && text.charAt(10) == 'T'
                && text.charAt(13) == ':'
                && text.charAt(16) == ':'
                && text.charAt(19) == 'Z';
    }

    private static int number(String text, int from, int to) {
        int number = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }
}
