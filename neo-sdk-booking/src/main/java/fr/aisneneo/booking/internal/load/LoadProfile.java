package fr.aisneneo.booking.internal.load;

import java.util.Arrays;

/**
 * How many places of a space are occupied at each minute of one UTC day: a step function, kept as the minutes where it
 * changes. Its size depends on how many different times bookings start and end at, not on how many bookings there are.
 *
 * <p>Canonical, so that equal functions are equal: levels next to each other differ, and before the first change it is
 * zero. Immutable.
 */
public final class LoadProfile {
    /** Minutes of a UTC day. */
    public static final int MINUTES = 24 * 60;

    /** Nothing occupied all day. */
    public static final LoadProfile EMPTY = new LoadProfile(new int[0], new int[0]);

    private final int[] at;
    private final int[] level;

    private LoadProfile(int[] at, int[] level) {
        this.at = at;
        this.level = level;
    }

    static LoadProfile of(int[] at, int[] level) {
        int last = -1;
        int before = 0;
        for (int i = 0; i < at.length; i++) {
            if (at[i] <= last || at[i] >= MINUTES || level[i] < 0 || level[i] == before) {
                throw new IllegalArgumentException("Not a load profile");
            }
            last = at[i];
            before = level[i];
        }
        return new LoadProfile(at, level);
    }

    /**
     * The most places that are occupied at once.
     *
     * @param from the first minute looked at, 0 or more
     * @param to the minute behind the last one, more than {@code from}, at most {@link #MINUTES}
     * @return the peak in that stretch
     */
    public int peak(int from, int to) {
        checkRange(from, to);
        int peak = 0;
        for (int i = 0; i < at.length && at[i] < to; i++) {
            if (end(i) > from) {
                peak = Math.max(peak, level[i]);
            }
        }
        return peak;
    }

    /**
     * The same day with more or fewer places occupied.
     *
     * @param from the first minute
     * @param to the minute behind the last one
     * @param change how many more, or fewer where negative
     * @return the changed profile
     * @throws IllegalStateException if fewer than none would be occupied: what is freed was not occupied before
     */
    public LoadProfile plus(int from, int to, int change) {
        checkRange(from, to);
        int[] newAt = new int[at.length + 2];
        int[] newLevel = new int[at.length + 2];
        int size = 0;
        int before = 0;
        int current = 0;
        int i = 0;
        int minute = 0;
        while (minute < MINUTES) {
            while (i < at.length && at[i] <= minute) {
                current = level[i++];
            }
            int here = minute >= from && minute < to ? current + change : current;
            if (here < 0) {
                throw new IllegalStateException("Fewer than no places occupied");
            }
            if (here != before) {
                newAt[size] = minute;
                newLevel[size++] = here;
                before = here;
            }
            int next = i < at.length ? at[i] : MINUTES;
            if (minute < from) {
                next = Math.min(next, from);
            } else if (minute < to) {
                next = Math.min(next, to);
            }
            minute = next;
        }
        return size == 0 ? EMPTY : new LoadProfile(Arrays.copyOf(newAt, size), Arrays.copyOf(newLevel, size));
    }

    private static void checkRange(int from, int to) {
        if (from < 0 || from >= to || to > MINUTES) {
            throw new IllegalArgumentException("Minutes " + from + " to " + to);
        }
    }

    /**
     * Whether nothing is occupied all day.
     *
     * @return true if so
     */
    public boolean isEmpty() {
        return at.length == 0;
    }

    /**
     * How many steps it has.
     *
     * @return the number of changes of level
     */
    public int size() {
        return at.length;
    }

    /**
     * Where a step begins.
     *
     * @param step its number from 0
     * @return the minute of the day
     */
    public int start(int step) {
        return at[step];
    }

    /**
     * Where a step ends.
     *
     * @param step its number from 0
     * @return the minute behind its last one
     */
    public int end(int step) {
        return step + 1 < at.length ? at[step + 1] : MINUTES;
    }

    /**
     * How many places are occupied during a step.
     *
     * @param step its number from 0
     * @return zero or more
     */
    public int level(int step) {
        return level[step];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LoadProfile profile
                && Arrays.equals(at, profile.at)
                && Arrays.equals(level, profile.level);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(at) + Arrays.hashCode(level);
    }

    @Override
    public String toString() {
        return Arrays.toString(at) + Arrays.toString(level);
    }
}
