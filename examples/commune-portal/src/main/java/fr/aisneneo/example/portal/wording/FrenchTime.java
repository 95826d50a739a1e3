package fr.aisneneo.example.portal.wording;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/** Dates, times and durations as French writes them, with spaces that do not break inside a date or a time. */
public final class FrenchTime {
    private static final String SPACE = "\u00a0";
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.FRENCH);
    private static final DateTimeFormatter MONTH_YEAR = DateTimeFormatter.ofPattern("MMMM yyyy", Locale.FRENCH);

    private FrenchTime() {}

    /** Such as {@code mardi 24 novembre 2026}. */
    public static String day(LocalDate day) {
        return weekday(day) + " " + date(day);
    }

    /** Such as {@code mardi 24 novembre}. */
    public static String dayWithoutYear(LocalDate day) {
        return weekday(day) + " " + dateWithoutYear(day);
    }

    /** Such as {@code 24 novembre 2026}. */
    public static String date(LocalDate day) {
        return dayOfMonth(day) + SPACE + MONTH_YEAR.format(day);
    }

    /** Such as {@code 24 novembre}. */
    public static String dateWithoutYear(LocalDate day) {
        return dayOfMonth(day) + SPACE + MONTH.format(day);
    }

    /** Such as {@code novembre 2026}. */
    public static String month(YearMonth month) {
        return MONTH_YEAR.format(month).replace(" ", SPACE);
    }

    /** The same at the beginning of a line. */
    public static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.FRENCH) + text.substring(1);
    }

    /** Such as {@code mardi}. */
    public static String weekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.FRENCH);
    }

    /** Such as {@code mar.}. */
    public static String shortWeekday(LocalDate day) {
        return day.getDayOfWeek().getDisplayName(TextStyle.SHORT, Locale.FRENCH);
    }

    /** Such as {@code 9 h}, {@code 14 h 30}. */
    public static String time(LocalTime time) {
        String hours = time.getHour() + SPACE + "h";
        return time.getMinute() == 0 ? hours : hours + SPACE + twoDigits(time.getMinute());
    }

    /** A time that ends something: midnight is 24 o'clock of the day before. */
    public static String endTime(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "minuit" : time(time);
    }

    /** The last hour of an axis, such as {@code 19 h}, {@code 24 h}. */
    public static String axisEnd(LocalTime time) {
        return time.equals(LocalTime.MIDNIGHT) ? "24" + SPACE + "h" : time(time);
    }

    /**
     * Such as {@code de 9 h à 10 h 30}, or with the day of the end where that is another one. Says which one is meant
     * where the clock shows a time twice.
     */
    public static String range(ZonedDateTime start, ZonedDateTime end) {
        LocalDate lastDay = end.minusNanos(1).toLocalDate();
        String from = "de " + time(start.toLocalTime()) + which(start) + " à ";
        return start.toLocalDate().equals(lastDay)
                ? from + endTime(end.toLocalTime()) + which(end)
                : from + time(end.toLocalTime()) + which(end) + " le " + dayWithoutYear(end.toLocalDate());
    }

    /** Which one is meant of two times that the clock shows alike; empty for any other. */
    private static String which(ZonedDateTime time) {
        if (time.getZone().getRules().getValidOffsets(time.toLocalDateTime()).size() < 2) {
            return "";
        }
        boolean summer = time.getZone().getRules().isDaylightSavings(time.toInstant());
        return summer ? " (heure d’été)" : " (heure d’hiver)";
    }

    /** Such as {@code mardi 24 novembre 2026 à 9 h}. */
    public static String dayAndTime(LocalDateTime time) {
        return day(time.toLocalDate()) + " à " + time(time.toLocalTime());
    }

    private static String dayAndTime(ZonedDateTime time) {
        return dayAndTime(time.toLocalDateTime()) + which(time);
    }

    /** Such as {@code 45 min}, {@code 1 h 30}, {@code 3 jours}. */
    public static String duration(Duration duration) {
        long minutes = duration.toMinutes();
        if (minutes >= 48 * 60 && minutes % (24 * 60) == 0) {
            return minutes / (24 * 60) + SPACE + "jours";
        }
        if (minutes < 60) {
            return minutes + SPACE + "min";
        }
        String hours = minutes / 60 + SPACE + "h";
        return minutes % 60 == 0 ? hours : hours + SPACE + twoDigits((int) (minutes % 60));
    }

    /**
     * A time in whatever form the SDK names it.
     *
     * @param time a date, a local time, or an instant with its offset or zone
     * @param zone the zone to show instants in
     */
    static String anyTime(TemporalAccessor time, ZoneId zone) {
        if (time instanceof LocalDate date) {
            return day(date);
        }
        if (time instanceof LocalDateTime local) {
            return dayAndTime(local);
        }
        if (time instanceof OffsetDateTime offset) {
            return dayAndTime(offset.atZoneSameInstant(zone));
        }
        if (time instanceof ZonedDateTime zoned) {
            return dayAndTime(zoned);
        }
        if (time instanceof java.time.Instant instant) {
            return dayAndTime(instant.atZone(zone));
        }
        return time instanceof LocalTime local ? time(local) : time.toString();
    }

    /** Such as {@code 1er}, {@code 24}. */
    public static String dayOfMonth(LocalDate day) {
        return day.getDayOfMonth() == 1 ? "1er" : Integer.toString(day.getDayOfMonth());
    }

    private static String twoDigits(int number) {
        return number < 10 ? "0" + number : Integer.toString(number);
    }
}
