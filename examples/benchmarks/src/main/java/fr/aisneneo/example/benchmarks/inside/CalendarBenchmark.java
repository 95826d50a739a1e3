package fr.aisneneo.example.benchmarks.inside;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** Opening hours and slots in the zone of Paris. */
@State(Scope.Benchmark)
public class CalendarBenchmark {
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final OpeningHours hours =
            OpeningHours.CLOSED.open(OpeningHours.WORKING_DAYS, "09:00-12:00", "14:00-18:00");
    private final LocalDateTime nine = LocalDate.of(2026, 3, 25).atTime(9, 0);
    private final LocalSlot slot = LocalSlot.of(nine, nine.plusHours(1), PARIS);
    private final Interval hour = slot.interval();
    private final Interval week = Interval.of(hour.start(), Duration.ofDays(7));

    /** For JMH. */
    public CalendarBenchmark() {}

    /**
     * From when to when a slot really is.
     *
     * @return the interval
     */
    @Benchmark
    public Interval slot() {
        return slot.interval();
    }

    /**
     * Whether an hour is within the opening hours.
     *
     * @return whether it is
     */
    @Benchmark
    public boolean isOpen() {
        return hours.isOpen(hour, PARIS);
    }

    /**
     * The opening hours of a week in which the clock changes.
     *
     * @return the intervals
     */
    @Benchmark
    public IntervalSet openWeek() {
        return hours.openIntervals(week, PARIS);
    }
}
