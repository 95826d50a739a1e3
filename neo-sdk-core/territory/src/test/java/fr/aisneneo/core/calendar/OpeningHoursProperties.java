package fr.aisneneo.core.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * Holds opening hours to a slow, obvious model: minute by minute, the furthest time that the clock on the wall has
 * shown so far lies in a range.
 */
class OpeningHoursProperties {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    /** A zone and a day near a change of its clock. */
    record Place(ZoneId zone, LocalDate day) {}

    @Property(tries = 100)
    void theInstantsAreThoseThatTheClockOnTheWallShows(
            @ForAll("places") Place place, @ForAll("hours") OpeningHours hours) {
        Instant start = place.day().atStartOfDay(place.zone()).toInstant();
        Instant end = place.day().plusDays(2).atStartOfDay(place.zone()).toInstant();
        IntervalSet open = hours.openIntervals(new Interval(start, end), place.zone());
        LocalDateTime furthest = LocalDateTime.MIN;
        for (Instant at = start.minus(Duration.ofHours(3)); at.isBefore(end); at = at.plus(MINUTE)) {
            LocalDateTime shown = LocalDateTime.ofInstant(at, place.zone());
            furthest = shown.isAfter(furthest) ? shown : furthest;
            if (!at.isBefore(start)) {
                boolean expected = modelOpen(hours, furthest);
                if (open.contains(at) != expected) {
                    fail("%s, when the clock shows %s: expected open = %s", at, shown, expected);
                }
            }
        }
    }

    private static boolean modelOpen(OpeningHours hours, LocalDateTime clock) {
        for (LocalDate day : List.of(clock.toLocalDate().minusDays(1), clock.toLocalDate())) {
            for (TimeRange range : hours.open(day)) {
                if (!clock.isBefore(range.startOn(day)) && clock.isBefore(range.endOn(day))) {
                    return true;
                }
            }
        }
        return false;
    }

    @Property
    void openAndClosedMakeUpTheDayAndDoNotOverlap(@ForAll("places") Place place, @ForAll("hours") OpeningHours hours) {
        Interval day = new Interval(
                place.day().atStartOfDay(place.zone()).toInstant(),
                place.day().plusDays(2).atStartOfDay(place.zone()).toInstant());
        IntervalSet open = hours.openIntervals(day, place.zone());
        IntervalSet closed = open.complement(day);
        assertThat(open.duration().plus(closed.duration())).isEqualTo(day.duration());
        assertThat(open.intersection(closed).isEmpty()).isTrue();
    }

    @Property
    void aLongWindowIsItsDaysPutTogether(@ForAll("places") Place place, @ForAll("hours") OpeningHours hours) {
        Instant end = place.day().plusDays(9).atStartOfDay(place.zone()).toInstant();
        List<Interval> days = new ArrayList<>();
        Instant at = place.day().atStartOfDay(place.zone()).toInstant();
        Interval whole = new Interval(at, end);
        while (at.isBefore(end)) {
            Instant next = at.plus(Duration.ofHours(7));
            Interval part = new Interval(at, next.isBefore(end) ? next : end);
            days.addAll(hours.openIntervals(part, place.zone()).intervals());
            at = part.end();
        }
        assertThat(IntervalSet.of(days)).isEqualTo(hours.openIntervals(whole, place.zone()));
    }

    @Property
    void theNextOpeningIsTheFirstOpenInstant(@ForAll("places") Place place, @ForAll("hours") OpeningHours hours) {
        Instant from = place.day().atStartOfDay(place.zone()).toInstant();
        Interval window = Interval.of(from, Duration.ofDays(20));
        List<Interval> open = hours.openIntervals(window, place.zone()).intervals();
        assertThat(hours.nextOpening(from, place.zone(), 20))
                .isEqualTo(open.stream().findFirst().map(Interval::start));
    }

    @Provide
    Arbitrary<Place> places() {
        return Arbitraries.of(
                place("Europe/Paris", "2026-03-28"),
                place("Europe/Paris", "2026-10-24"),
                place("Europe/Paris", "2026-11-11"),
                place("Europe/Paris", "2028-02-28"),
                place("Australia/Lord_Howe", "2026-04-04"),
                place("Australia/Lord_Howe", "2026-10-03"),
                place("America/Sao_Paulo", "2018-11-03"),
                place("America/Sao_Paulo", "2018-02-17"),
                place("America/St_Johns", "2010-11-06"),
                place("Pacific/Apia", "2011-12-29"));
    }

    private static Place place(String zone, String day) {
        return new Place(ZoneId.of(zone), LocalDate.parse(day));
    }

    @Provide
    Arbitrary<OpeningHours> hours() {
        Arbitrary<List<TimeRange>> ranges = ranges();
        Arbitrary<WeeklyHours> week = ranges.list().ofSize(7).map(days -> {
            WeeklyHours hours = WeeklyHours.CLOSED;
            for (int i = 0; i < 7; i++) {
                hours = hours.with(List.of(DayOfWeek.of(i + 1)), days.get(i).toArray(TimeRange[]::new));
            }
            return hours;
        });
        Arbitrary<Boolean> holidays = Arbitraries.of(true, false);
        return Combinators.combine(week, ranges, holidays)
                .as((hours, special, closed) -> new OpeningHours(
                        List.of(new Season(null, null, hours)),
                        List.of(new HoursException(
                                LocalDate.of(2026, 10, 25), LocalDate.of(2026, 10, 25), special, "special")),
                        closed ? FrenchHolidays.NATIONAL : null));
    }

    /** Cuts a day at random minutes, opens every other part, and lets the last one run over midnight at times. */
    private static Arbitrary<List<TimeRange>> ranges() {
        Arbitrary<List<Integer>> cuts = Arbitraries.integers()
                .between(0, 24 * 60 - 1)
                .list()
                .uniqueElements()
                .ofMaxSize(6)
                .map(minutes -> minutes.stream().sorted().toList());
        return Combinators.combine(cuts, Arbitraries.integers().between(0, 24 * 60 - 1))
                .as((minutes, last) -> {
                    List<TimeRange> ranges = new ArrayList<>();
                    for (int i = 0; i + 1 < minutes.size(); i += 2) {
                        ranges.add(new TimeRange(time(minutes.get(i)), time(minutes.get(i + 1))));
                    }
                    if (minutes.size() % 2 == 1 && last < minutes.get(minutes.size() - 1)) {
                        ranges.add(new TimeRange(time(minutes.get(minutes.size() - 1)), time(last)));
                    }
                    return ranges;
                });
    }

    private static LocalTime time(int minute) {
        return LocalTime.of(minute / 60, minute % 60);
    }
}
