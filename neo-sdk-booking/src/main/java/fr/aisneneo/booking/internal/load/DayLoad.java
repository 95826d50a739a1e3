package fr.aisneneo.booking.internal.load;

import java.time.LocalDate;
import java.util.UUID;

/**
 * The load of one space on one UTC day: what a booking is checked against, one small document whatever the number of
 * bookings. Derived from the reservations and kept with them in the same transactions.
 *
 * @param space the space
 * @param day the day in UTC, which no change of a zone's rules moves
 * @param profile its load, never empty in the store
 */
public record DayLoad(UUID space, LocalDate day, LoadProfile profile) {

    /**
     * The document id.
     *
     * @return the space and the day, sorted by day within a space
     */
    public String id() {
        return id(space, day);
    }

    static String id(UUID space, LocalDate day) {
        return space + "/" + day;
    }
}
