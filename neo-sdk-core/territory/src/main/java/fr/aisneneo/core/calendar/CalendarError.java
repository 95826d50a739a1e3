package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.ErrorCode;
import fr.aisneneo.core.error.MessageBundle;
import java.util.Locale;
import java.util.Map;

/** The codes of dates, times and opening hours. Every refusal names the field it is about. */
public enum CalendarError implements ErrorCode {
    /** Something ends before it starts. Facts: {@code field}, {@code start}, {@code end}. */
    REVERSED("calendar.interval.reversed"),
    /** Something ends when it starts. Facts: {@code field}, {@code start}. */
    EMPTY("calendar.interval.empty"),
    /** No time zone has this name in the IANA data base. Facts: {@code field}, {@code zone}. */
    ZONE_UNKNOWN("calendar.zone.unknown"),
    /**
     * The clock skips this local time, as in the night when summer time begins. Facts: {@code field}, {@code time},
     * {@code zone}, {@code before}, {@code after}: the clock goes from the one to the other.
     */
    TIME_NONEXISTENT("calendar.time.nonexistent"),
    /**
     * The offset is not in force at this local time. Facts: {@code field}, {@code time}, {@code zone}, {@code valid}.
     */
    OFFSET_WRONG("calendar.time.offset"),
    /** Two ranges of one day overlap. Facts: {@code field}, {@code first}, {@code second}. */
    RANGES_OVERLAP("calendar.hours.overlap"),
    /** Two entries are for exactly the same days. Facts: {@code field}, {@code from}, {@code through}. */
    DAYS_TWICE("calendar.hours.twice");

    private static final MessageBundle TEXTS =
            MessageBundle.load(name -> CalendarError.class.getResourceAsStream(name));

    private final String code;

    CalendarError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String text(Locale locale, Map<String, ?> facts) {
        return TEXTS.text(code, locale, facts);
    }
}
