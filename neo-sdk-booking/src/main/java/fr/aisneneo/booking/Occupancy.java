package fr.aisneneo.booking;

/**
 * How much of what could be used is used: minutes times places, within opening hours, buffers left out.
 *
 * <p>Immutable and thread-safe.
 *
 * @param usedMinutes the minutes of the booked places, 0 or more
 * @param openMinutes the minutes of all places, 0 or more
 */
public record Occupancy(long usedMinutes, long openMinutes) {
    /** Nothing open, nothing used. */
    public static final Occupancy NONE = new Occupancy(0, 0);

    /**
     * The share that is used.
     *
     * @return 0 to 1; 0 if it is never open; more than 1 only where a space lost places that were booked before
     */
    public double rate() {
        return openMinutes == 0 ? 0 : (double) usedMinutes / openMinutes;
    }

    /**
     * This and another one together.
     *
     * @param other the other one
     * @return the sum
     */
    public Occupancy plus(Occupancy other) {
        return new Occupancy(usedMinutes + other.usedMinutes, openMinutes + other.openMinutes);
    }
}
