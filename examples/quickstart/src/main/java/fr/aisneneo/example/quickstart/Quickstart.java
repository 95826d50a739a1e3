package fr.aisneneo.example.quickstart;

import static fr.aisneneo.booking.SpaceKind.MULTIMEDIA_STUDIO;
import static fr.aisneneo.core.calendar.OpeningHours.ALWAYS;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.Space;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Opens a durable store, sets up a room, and books it. What stands between the marks is the README's example. */
public final class Quickstart {
    private Quickstart() {}

    /**
     * Runs it; the store is in {@code data/quickstart} of the current directory.
     *
     * @param arguments none
     */
    public static void main(String[] arguments) {
        ZoneId paris = ZoneId.of("Europe/Paris");
        InseeCode laon = new InseeCode("02408");
        LocalDateTime nine = LocalDate.now(paris).plusDays(7).atTime(9, 0);
        // readme: begin
        try (Neo neo = Neo.open("rocksdb:data/quickstart")) {
            Actor staff = Actor.of(new PartyId(neo.ids().next()), new TenantId("laon"), Role.ADMINISTRATOR);
            Actor anne = Actor.of(new PartyId(neo.ids().next()), new TenantId("laon"), Role.MEMBER);
            Site hub = Site.of(new SiteId(neo.ids().next()), "Le Hub", SiteKind.HUB, laon, paris);
            Territory.of(neo).addSite(staff, hub);
            Booking booking = Booking.of(neo);
            Space studio = Space.of(booking.newSpaceId(), hub.id(), MULTIMEDIA_STUDIO, "Studio", 1, paris, ALWAYS);
            booking.addSpace(staff, studio);
            Reservation mine = booking.reserve(anne, studio.id(), LocalSlot.of(nine, nine.plusHours(2), paris));
            System.out.println("Réservé : " + studio.name() + ", " + mine.slot());
            // readme: end
        }
    }
}
