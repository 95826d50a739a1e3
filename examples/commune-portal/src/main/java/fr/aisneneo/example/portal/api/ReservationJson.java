package fr.aisneneo.example.portal.api;

import fr.aisneneo.booking.Reservation;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reservation.
 *
 * @param id its identifier
 * @param space the space
 * @param site the site of the space
 * @param start the start, local time with offset
 * @param end the end, not part of it
 * @param zone the zone of its clock
 * @param quantity how many places
 * @param status {@code CONFIRMED} or {@code CANCELLED}
 * @param bookedAt when it was made
 * @param cancelledAt when it was cancelled, if it was
 */
public record ReservationJson(
        String id,
        String space,
        String site,
        String start,
        String end,
        String zone,
        int quantity,
        String status,
        String bookedAt,
        @Nullable String cancelledAt) {

    /**
     * What is to be reserved.
     *
     * @param id the identifier that the reservation will have; made up if none is given
     * @param space the space
     * @param start the start
     * @param end the end
     * @param zone the zone of both, that of the space if none is given
     * @param quantity how many places, 1 if none is given
     */
    public record Request(
            @Nullable String id,
            @Nullable String space,
            @Nullable String start,
            @Nullable String end,
            @Nullable String zone,
            @Nullable Integer quantity) {}

    /**
     * A page of reservations.
     *
     * @param items the reservations
     * @param next the cursor of the next page, if there is one
     */
    public record Page(
            List<ReservationJson> items, @Nullable String next) {}

    static ReservationJson of(Reservation reservation) {
        ZoneId zone = reservation.slot().zone();
        return new ReservationJson(
                reservation.id().text(),
                reservation.space().text(),
                reservation.site().text(),
                Times.write(reservation.interval().start(), zone),
                Times.write(reservation.interval().end(), zone),
                zone.getId(),
                reservation.quantity(),
                reservation.status().name(),
                reservation.bookedAt().toString(),
                reservation.cancelledAt() == null
                        ? null
                        : reservation.cancelledAt().toString());
    }
}
