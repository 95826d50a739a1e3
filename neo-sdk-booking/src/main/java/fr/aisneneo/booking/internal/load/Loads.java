package fr.aisneneo.booking.internal.load;

import fr.aisneneo.core.calendar.Interval;
import fr.aisneneo.core.calendar.IntervalSet;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Documents;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The load of spaces within one transaction. */
public final class Loads {
    /** The days that have a load. */
    public static final DocumentCollection<DayLoad> DAYS = DocumentCollection.binary(
                    "booking_load", DayLoad.class, DayLoad::id, new DayLoadCodec())
            .build();

    private final Documents<DayLoad> days;

    /**
     * The loads of a tenant.
     *
     * @param tx the transaction
     * @param tenant whose
     */
    public Loads(Transaction tx, TenantId tenant) {
        days = tx.documents(DAYS, tenant);
    }

    /**
     * A stretch of one level.
     *
     * @param interval from when to when
     * @param used how many places are occupied all through it
     */
    public record Run(Interval interval, int used) {}

    /**
     * The most places of a space that are occupied at once.
     *
     * @param space the space
     * @param interval from when to when, in whole minutes
     * @return the peak
     */
    public int peak(UUID space, Interval interval) {
        int peak = 0;
        for (Part part : parts(interval)) {
            Optional<Document<DayLoad>> found = days.get(DayLoad.id(space, part.day()));
            if (found.isPresent()) {
                peak = Math.max(peak, found.get().value().profile().peak(part.from(), part.to()));
            }
        }
        return peak;
    }

    /**
     * Occupies places, or frees them.
     *
     * @param space the space
     * @param interval from when to when, in whole minutes
     * @param change how many more, or fewer where negative
     */
    public void add(UUID space, Interval interval, int change) {
        for (Part part : parts(interval)) {
            Optional<Document<DayLoad>> found = days.get(DayLoad.id(space, part.day()));
            LoadProfile before = found.map(day -> day.value().profile()).orElse(LoadProfile.EMPTY);
            DayLoad after = new DayLoad(space, part.day(), before.plus(part.from(), part.to(), change));
            if (found.isEmpty()) {
                days.insert(after);
            } else if (after.profile().isEmpty()) {
                days.delete(after.id(), found.get().version());
            } else {
                days.update(after, found.get().version());
            }
        }
    }

    /**
     * Where places of a space are occupied.
     *
     * @param space the space
     * @param window from when to when
     * @return stretches with at least one place occupied, in order, cut at the window; what lies between is empty
     */
    public List<Run> runs(UUID space, Interval window) {
        List<Run> runs = new ArrayList<>();
        LocalDate first = day(window.start());
        LocalDate last = day(window.end());
        days.forEach(
                Scan.<DayLoad>byId().from(DayLoad.id(space, first)).upTo(DayLoad.id(space, last)),
                found -> addRuns(found.value(), window, runs));
        return runs;
    }

    private static void addRuns(DayLoad load, Interval window, List<Run> runs) {
        Instant midnight = load.day().atStartOfDay(ZoneOffset.UTC).toInstant();
        LoadProfile profile = load.profile();
        for (int step = 0; step < profile.size(); step++) {
            if (profile.level(step) > 0) {
                int level = profile.level(step);
                new Interval(minutesAfter(midnight, profile.start(step)), minutesAfter(midnight, profile.end(step)))
                        .intersection(window)
                        .ifPresent(part -> runs.add(new Run(part, level)));
            }
        }
    }

    /**
     * When a number of places is free.
     *
     * @param space the space
     * @param window from when to when
     * @param most how many places may be occupied already; below zero for never
     * @return the instants of the window at which no more are occupied
     */
    public IntervalSet atMost(UUID space, Interval window, int most) {
        if (most < 0) {
            return IntervalSet.EMPTY;
        }
        List<Interval> over = runs(space, window).stream()
                .filter(run -> run.used() > most)
                .map(Run::interval)
                .toList();
        return IntervalSet.of(over).complement(window);
    }

    /** The minutes of one UTC day. */
    private record Part(LocalDate day, int from, int to) {}

    private static List<Part> parts(Interval interval) {
        List<Part> parts = new ArrayList<>(2);
        LocalDate day = day(interval.start());
        Instant midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        while (midnight.isBefore(interval.end())) {
            long from = Math.max(0, Duration.between(midnight, interval.start()).toMinutes());
            long to = Math.min(
                    LoadProfile.MINUTES,
                    Duration.between(midnight, interval.end()).toMinutes());
            parts.add(new Part(day, Math.toIntExact(from), Math.toIntExact(to)));
            day = day.plusDays(1);
            midnight = day.atStartOfDay(ZoneOffset.UTC).toInstant();
        }
        return parts;
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static Instant minutesAfter(Instant midnight, int minutes) {
        return midnight.plus(Duration.ofMinutes(minutes));
    }
}
