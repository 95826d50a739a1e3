package fr.aisneneo.example.portal.wording;

import fr.aisneneo.core.calendar.DayHours;
import fr.aisneneo.core.calendar.TimeRange;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Opening hours in words. */
public final class HoursWords {
    private static final int MINUTES_A_DAY = 24 * 60;

    private static final String WHOLE_DAY = "24\u00a0h sur 24";
    /** A line may break behind a dash, whatever space follows; the word joiner forbids it. */
    private static final String DASH = "\u00a0–\u2060\u00a0";

    private HoursWords() {}

    /** Such as {@code 9 h – 12 h 30, 13 h 30 – 18 h}; empty for a day without hours. */
    public static String ranges(List<TimeRange> ranges) {
        List<String> parts = new ArrayList<>();
        for (TimeRange range : ranges) {
            boolean wholeDay =
                    range.start().equals(LocalTime.MIDNIGHT) && range.end().equals(LocalTime.MIDNIGHT);
            parts.add(wholeDay ? WHOLE_DAY : FrenchTime.time(range.start()) + DASH + FrenchTime.endTime(range.end()));
        }
        return String.join(", ", parts);
    }

    /** When at least one of several spaces is open on a day. */
    public static List<TimeRange> union(Collection<DayHours> spaces) {
        boolean[] open = new boolean[2 * MINUTES_A_DAY];
        for (DayHours hours : spaces) {
            for (TimeRange range : hours.ranges()) {
                int start = minute(range.start());
                int end = minute(range.end()) + (range.overMidnight() ? MINUTES_A_DAY : 0);
                java.util.Arrays.fill(open, start, end, true);
            }
        }
        List<TimeRange> union = new ArrayList<>();
        int start = -1;
        for (int minute = 0; minute <= open.length; minute++) {
            boolean now = minute < open.length && open[minute];
            if (now && start < 0) {
                start = minute;
            } else if (!now && start >= 0) {
                union.add(new TimeRange(time(start), time(minute)));
                start = -1;
            }
        }
        return union;
    }

    /** Why a day is unlike an ordinary one for all of several spaces, if it is. */
    public static Optional<String> reason(Collection<DayHours> spaces, LocalDate day) {
        List<String> reasons = spaces.stream()
                .filter(hours -> hours.date().equals(day))
                .map(hours -> hours.reason(Locale.FRENCH))
                .distinct()
                .toList();
        return reasons.size() == 1 && !reasons.get(0).isEmpty() ? Optional.of(reasons.get(0)) : Optional.empty();
    }

    private static int minute(LocalTime time) {
        return time.getHour() * 60 + time.getMinute();
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60 % 24, minute % 60);
    }
}
