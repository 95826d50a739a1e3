package fr.aisneneo.booking;

import fr.aisneneo.core.storage.DocumentCollection;
import fr.aisneneo.core.storage.Index;
import java.time.Duration;

/** Where booking keeps its documents. */
final class BookingCollections {
    /** Reservations up to this long are found by looking back no further than it. */
    static final Duration SHORT = Duration.ofDays(1).plusHours(2);
    /** No reservation is longer, a change of the clock included. */
    static final Duration LONGEST = BookingRules.LONGEST.plusHours(26);

    static final Index<Space> SPACES_BY_SITE = Index.<Space>named("by_site")
            .string("site", space -> space.site().text())
            .string("name", Space::name)
            .build();

    static final DocumentCollection<Space> SPACES = DocumentCollection.json(
                    "booking_space", Space.class, space -> space.id().text())
            .index(SPACES_BY_SITE)
            .build();

    static final Index<Reservation> BY_HOLDER = Index.<Reservation>named("by_holder")
            .string("holder", reservation -> reservation.holder().text())
            .instant("ends", reservation -> reservation.interval().end())
            .build();

    /** What each holder has of a space. */
    static final Index<Reservation> HELD = Index.<Reservation>named("held")
            .string("holder", reservation -> reservation.holder().text())
            .string("space", reservation -> reservation.space().text())
            .instant("ends", reservation -> reservation.interval().end())
            .when(reservation -> reservation.status().occupies())
            .build();

    /** What occupies its space: all that a day view reads, however much was cancelled. */
    static final Index<Reservation> STANDING = Index.<Reservation>named("standing")
            .string("space", reservation -> reservation.space().text())
            .bool("long", BookingCollections::isLong)
            .instant("starts", reservation -> reservation.interval().start())
            .when(reservation -> reservation.status().occupies())
            .build();

    /** The others: every reservation is in one of the two. */
    static final Index<Reservation> RELEASED = Index.<Reservation>named("released")
            .string("space", reservation -> reservation.space().text())
            .instant("starts", reservation -> reservation.interval().start())
            .when(reservation -> !reservation.status().occupies())
            .build();

    static final DocumentCollection<Reservation> RESERVATIONS = DocumentCollection.json(
                    "booking_reservation",
                    Reservation.class,
                    reservation -> reservation.id().text())
            .index(BY_HOLDER)
            .index(HELD)
            .index(STANDING)
            .index(RELEASED)
            .build();

    private BookingCollections() {}

    private static boolean isLong(Reservation reservation) {
        return reservation.interval().duration().compareTo(SHORT) > 0;
    }
}
