package fr.aisneneo.core.calendar;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A set of instants as few intervals as possible: sorted, without overlap, and none touching the next. Opening hours,
 * what is free, what is taken are such sets, and their algebra is that of sets.
 *
 * <p>Every operation is linear in the number of intervals. Immutable and thread-safe.
 */
public final class IntervalSet {
    /** No instant at all. */
    public static final IntervalSet EMPTY = new IntervalSet(List.of());

    private final List<Interval> intervals;

    private IntervalSet(List<Interval> intervals) {
        this.intervals = List.copyOf(intervals);
    }

    /**
     * Everything that is in one of several intervals.
     *
     * @param intervals in any order, overlapping or not
     * @return their union
     */
    public static IntervalSet of(Collection<Interval> intervals) {
        List<Interval> merged = new ArrayList<>(intervals.size());
        for (Interval next : intervals.stream().sorted().toList()) {
            int last = merged.size() - 1;
            if (last >= 0 && !next.start().isAfter(merged.get(last).end())) {
                Interval before = merged.get(last);
                if (next.end().isAfter(before.end())) {
                    merged.set(last, new Interval(before.start(), next.end()));
                }
            } else {
                merged.add(next);
            }
        }
        return merged.isEmpty() ? EMPTY : new IntervalSet(merged);
    }

    /**
     * Everything that is in one of several intervals.
     *
     * @param intervals in any order, overlapping or not
     * @return their union
     */
    public static IntervalSet of(Interval... intervals) {
        return of(List.of(intervals));
    }

    /**
     * The intervals.
     *
     * @return sorted, disjoint, none touching the next; unmodifiable
     */
    public List<Interval> intervals() {
        return intervals;
    }

    /**
     * Whether there is no instant in it.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return intervals.isEmpty();
    }

    /**
     * Whether an instant is in it.
     *
     * @param instant the instant
     * @return true if one of the intervals contains it
     */
    public boolean contains(Instant instant) {
        return intervals.stream().anyMatch(interval -> interval.contains(instant));
    }

    /**
     * Whether a whole interval is in it.
     *
     * @param interval the interval
     * @return true if every instant of it is in this set
     */
    public boolean encloses(Interval interval) {
        return intervals.stream().anyMatch(mine -> mine.encloses(interval));
    }

    /**
     * What is in this set, in the other one, or in both.
     *
     * @param other the other set
     * @return the union
     */
    public IntervalSet union(IntervalSet other) {
        List<Interval> all = new ArrayList<>(intervals);
        all.addAll(other.intervals);
        return of(all);
    }

    /**
     * What is in both sets.
     *
     * @param other the other set
     * @return the intersection
     */
    public IntervalSet intersection(IntervalSet other) {
        List<Interval> common = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < intervals.size() && j < other.intervals.size()) {
            Interval mine = intervals.get(i);
            Interval theirs = other.intervals.get(j);
            mine.intersection(theirs).ifPresent(common::add);
            if (mine.end().isBefore(theirs.end())) {
                i++;
            } else {
                j++;
            }
        }
        return new IntervalSet(common);
    }

    /**
     * The part of this set that lies in a window.
     *
     * @param window the window
     * @return the part
     */
    public IntervalSet within(Interval window) {
        return intersection(of(window));
    }

    /**
     * What is in this set and not in the other.
     *
     * @param other the other set
     * @return the difference
     */
    public IntervalSet minus(IntervalSet other) {
        List<Interval> left = new ArrayList<>();
        int j = 0;
        for (Interval mine : intervals) {
            Instant from = mine.start();
            while (j < other.intervals.size() && !other.intervals.get(j).end().isAfter(from)) {
                j++;
            }
            for (int k = j; k < other.intervals.size() && from.isBefore(mine.end()); k++) {
                Interval hole = other.intervals.get(k);
                if (!hole.start().isBefore(mine.end())) {
                    break;
                }
                if (from.isBefore(hole.start())) {
                    left.add(new Interval(from, hole.start()));
                }
                from = hole.end();
            }
            if (from.isBefore(mine.end())) {
                left.add(new Interval(from, mine.end()));
            }
        }
        return new IntervalSet(left);
    }

    /**
     * What a window holds beside this set.
     *
     * @param window the window
     * @return the window minus this set
     */
    public IntervalSet complement(Interval window) {
        return of(window).minus(this);
    }

    /**
     * How long all its intervals are together.
     *
     * @return zero or more
     */
    public Duration duration() {
        return intervals.stream().map(Interval::duration).reduce(Duration.ZERO, Duration::plus);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IntervalSet set && intervals.equals(set.intervals);
    }

    @Override
    public int hashCode() {
        return intervals.hashCode();
    }

    @Override
    public String toString() {
        return intervals.toString();
    }
}
