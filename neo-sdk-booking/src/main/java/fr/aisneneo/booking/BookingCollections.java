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

    static final Index<Reservation> BY_SPACE = Index.<Reservation>named("by_space")
            .string("space", reservation -> reservation.space().text())
            .bool("long", BookingCollections::isLong)
            .instant("starts", reservation -> reservation.interval().start())
            .build();

    static final DocumentCollection<Reservation> RESERVATIONS = DocumentCollection.json(
                    "booking_reservation",
                    Reservation.class,
                    reservation -> reservation.id().text())
            .index(BY_HOLDER)
            .index(BY_SPACE)
            .build();

    private BookingCollections() {}

    private static boolean isLong(Reservation reservation) {
        return reservation.interval().duration().compareTo(SHORT) > 0;
    }
}
