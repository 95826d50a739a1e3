package fr.aisneneo.core.calendar;

import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When a place is open: ordinary weeks, public holidays, and exceptions.
 *
 * <pre>{@code
 * OpeningHours hours = OpeningHours.CLOSED
 *         .open(WORKING_DAYS, "08:30-12:30", "13:30-19:00")
 *         .open(List.of(DayOfWeek.SATURDAY), "09:00-12:00")
 *         .closedOn(FrenchHolidays.NATIONAL)
 *         .except(august3, august16, "Fermeture d’été")
 *         .except(june21, june21, "Fête de la musique", "14:00-02:00");
 * }</pre>
 *
 * <p>For a day an exception goes before a public holiday, and that before the week. Of several exceptions, or several
 * seasons, that hold on a day, the shortest decides, and of two equally long ones (also of two without an end) the one
 * that starts later: hours for one summer, or from next January on, need nothing changed elsewhere.
 *
 * <p>Hours are a rule about the clock on the wall: the {@linkplain #openIntervals instants} follow it through every
 * change of the clock. What should open at a time that the clock skips opens when it skips it; a time that happens
 * twice counts the first time. A range over midnight belongs to the day it starts on, and is not cut when the next day
 * is closed.
 *
 * <p>Immutable and thread-safe.
 *
 * @param seasons the ordinary weeks and when they hold, the deciding one first; up to {@value #MOST_SEASONS}
 * @param exceptions days with other hours, the deciding one first; up to {@value #MOST_EXCEPTIONS}
 * @param holidays the public holidays that close it, or null if it keeps its ordinary hours on them
 */
public record OpeningHours(
        List<Season> seasons,
        List<HoursException> exceptions,
        @Nullable HolidayCalendar holidays) {
    /** Never open; where a description starts. */
    public static final OpeningHours CLOSED = new OpeningHours(List.of(), List.of(), null);

    /** Open day and night. */
    public static final OpeningHours ALWAYS =
            new OpeningHours(List.of(new Season(null, null, WeeklyHours.ALWAYS)), List.of(), null);

    /** Monday to Friday. */
    public static final List<DayOfWeek> WORKING_DAYS =
            List.of(DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY);

    /** The most seasons. */
    public static final int MOST_SEASONS = 100;

    /** The most exceptions. */
    public static final int MOST_EXCEPTIONS = 2_000;

    /** The longest window that can be asked for, in days: ten years. */
    public static final int LONGEST_WINDOW_DAYS = 3_660;

    /**
     * Sorts the seasons and the exceptions by precedence.
     *
     * @throws InvalidInputException {@code calendar.hours.twice} if two are for exactly the same days,
     *     {@code input.too_large} if there are too many
     */
    public OpeningHours {
        seasons = Precedence.sort(seasons, Season::from, Season::through, MOST_SEASONS, "hours.seasons");
        exceptions = Precedence.sort(
                exceptions, HoursException::from, HoursException::through, MOST_EXCEPTIONS, "hours.exceptions");
    }

    /**
     * The same week all the year round.
     *
     * @param week the ordinary week
     * @return hours without holidays and exceptions
     */
    public static OpeningHours of(WeeklyHours week) {
        return new OpeningHours(List.of(new Season(null, null, week)), List.of(), null);
    }

    /**
     * The same hours with other times on some days of the ordinary week that holds for ever.
     *
     * @param days which days of the week
     * @param ranges their opening times, such as {@code 09:00-12:30}; none for closed
     * @return the changed hours
     * @throws InvalidInputException if a range is malformed, or two overlap
     */
    public OpeningHours open(Collection<DayOfWeek> days, String... ranges) {
        List<Season> others = new ArrayList<>();
        WeeklyHours always = WeeklyHours.CLOSED;
        for (Season season : seasons) {
            if (season.from() == null && season.through() == null) {
                always = season.hours();
            } else {
                others.add(season);
            }
        }
        others.add(new Season(null, null, always.with(days, parse(ranges))));
        return new OpeningHours(others, exceptions, holidays);
    }

    /**
     * The same hours with an ordinary week of its own for a time of the year.
     *
     * @param season the week and when it holds
     * @return the changed hours
     * @throws InvalidInputException {@code calendar.hours.twice} if there is one for exactly the same days
     */
    public OpeningHours with(Season season) {
        List<Season> more = new ArrayList<>(seasons);
        more.add(season);
        return new OpeningHours(more, exceptions, holidays);
    }

    /**
     * The same hours with an exception.
     *
     * @param exception the days and their hours
     * @return the changed hours
     * @throws InvalidInputException {@code calendar.hours.twice} if there is one for exactly the same days
     */
    public OpeningHours with(HoursException exception) {
        List<HoursException> more = new ArrayList<>(exceptions);
        more.add(exception);
        return new OpeningHours(seasons, more, holidays);
    }

    /**
     * The same hours with an exception.
     *
     * @param from the first day
     * @param through the last day, itself included
     * @param reason why
     * @param ranges the opening times of each of these days, such as {@code 14:00-24:00}; none for closed
     * @return the changed hours
     * @throws InvalidInputException if the days are reversed or taken, or a range is malformed
     */
    public OpeningHours except(LocalDate from, LocalDate through, String reason, String... ranges) {
        return with(new HoursException(from, through, List.of(parse(ranges)), reason));
    }

    /**
     * The same hours, closed on public holidays.
     *
     * @param calendar the holidays
     * @return the changed hours
     */
    public OpeningHours closedOn(HolidayCalendar calendar) {
        return new OpeningHours(seasons, exceptions, calendar);
    }

    private static TimeRange[] parse(String... ranges) {
        TimeRange[] parsed = new TimeRange[ranges.length];
        for (int i = 0; i < ranges.length; i++) {
            parsed[i] = TimeRange.parse(ranges[i]);
        }
        return parsed;
    }

    /**
     * The opening times of a day and the rule they come from.
     *
     * @param day the day
     * @return its hours
     */
    public DayHours day(LocalDate day) {
        Holiday holiday = holidays == null ? null : holidays.on(day).orElse(null);
        for (HoursException exception : exceptions) {
            if (exception.includes(day)) {
                return new DayHours(day, exception.ranges(), DayHours.Cause.EXCEPTION, holiday, exception);
            }
        }
        if (holiday != null) {
            return new DayHours(day, List.of(), DayHours.Cause.HOLIDAY, holiday, null);
        }
        for (Season season : seasons) {
            if (season.includes(day)) {
                return new DayHours(day, season.hours().on(day.getDayOfWeek()), DayHours.Cause.WEEK, null, null);
            }
        }
        return new DayHours(day, List.of(), DayHours.Cause.NO_SEASON, null, null);
    }

    /**
     * The opening times that start on a day.
     *
     * @param day the day
     * @return sorted ranges without overlap; empty if closed
     */
    public List<TimeRange> open(LocalDate day) {
        return day(day).ranges();
    }

    /**
     * The opening times within a window, as instants.
     *
     * @param window from when to when, {@value #LONGEST_WINDOW_DAYS} days at most
     * @param zone the zone whose clock the hours are about
     * @return what is open, cut at the bounds of the window
     * @throws InvalidInputException {@code input.too_large} for a longer window
     */
    public IntervalSet openIntervals(Interval window, ZoneId zone) {
        if (window.duration().compareTo(Duration.ofDays(LONGEST_WINDOW_DAYS)) > 0) {
            throw new InvalidInputException(
                    CoreError.INPUT_TOO_LARGE, "window", Map.of("limit", LONGEST_WINDOW_DAYS + " d"));
        }
        List<Interval> open = new ArrayList<>();
        // A range that runs over midnight belongs to the day before.
        LocalDate day = window.start().atZone(zone).toLocalDate().minusDays(1);
        while (ClockFace.instant(day.atStartOfDay(), zone).isBefore(window.end())) {
            for (TimeRange range : open(day)) {
                Instant start = ClockFace.instant(range.startOn(day), zone);
                Instant end = ClockFace.instant(range.endOn(day), zone);
                if (start.isBefore(end)) {
                    open.add(new Interval(start, end));
                }
            }
            day = day.plusDays(1);
        }
        return IntervalSet.of(open).within(window);
    }

    /**
     * Whether it is open all through an interval.
     *
     * @param interval from when to when, {@value #LONGEST_WINDOW_DAYS} days at most
     * @param zone the zone whose clock the hours are about
     * @return true if it is open at every instant of it
     * @throws InvalidInputException {@code input.too_large} for a longer interval
     */
    public boolean isOpen(Interval interval, ZoneId zone) {
        return openIntervals(interval, zone).encloses(interval);
    }

    /**
     * When it is open next.
     *
     * @param from the instant to look from
     * @param zone the zone whose clock the hours are about
     * @param days how many days to look ahead, 1 to {@value #LONGEST_WINDOW_DAYS}
     * @return {@code from} itself if it is open then, otherwise when it opens; empty if it does not open in that time
     * @throws InvalidInputException {@code input.too_large} for more days
     */
    public Optional<Instant> nextOpening(Instant from, ZoneId zone, int days) {
        int step = 14;
        for (int done = 0; done < days; done += step) {
            Duration length = Duration.ofDays(Math.min(step, days - done));
            Interval window = Interval.of(from.plus(Duration.ofDays(done)), length);
            List<Interval> open = openIntervals(window, zone).intervals();
            if (!open.isEmpty()) {
                return Optional.of(open.get(0).start());
            }
        }
        return Optional.empty();
    }
}
