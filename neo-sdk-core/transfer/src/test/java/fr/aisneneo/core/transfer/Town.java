package fr.aisneneo.core.transfer;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceKind;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.event.Aggregate;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.event.EventType;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.receipts.LogSigner;
import fr.aisneneo.core.receipts.Receipts;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;

/** An application of several libraries and of collections of its own. */
final class Town implements AutoCloseable {
    static final TenantId LAON = new TenantId("laon");
    static final TenantId CHAUNY = new TenantId("chauny");
    static final Actor CLERK = clerk(LAON);
    static final Actor ANNE = Actor.of(new PartyId(new UUID(1, 2)), LAON, Role.MEMBER);
    static final LogSigner SIGNER = LogSigner.generate("laon.example/neo");
    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    /** What was measured; a double is written with an exponent where it is large. */
    public record Measured(String what, double value) {}

    private static final Aggregate METER = new Aggregate("meter", "m1");

    static final EventType<Measured> MEASURED = new EventType<>("town.measured", Measured.class);

    final Neo neo;
    final Territory territory;
    final Booking booking;
    final Receipts receipts;
    final Transfer transfer;

    Town(Neo neo) {
        this.neo = neo;
        this.territory = Territory.of(neo);
        this.booking = Booking.of(neo);
        this.receipts = Receipts.of(neo, SIGNER);
        this.transfer = Transfer.of(neo);
        neo.store().declare(Loose.COLLECTION, Packed.COLLECTION);
    }

    static Actor clerk(TenantId tenant) {
        return Actor.of(new PartyId(new UUID(1, 1)), tenant, Role.ADMINISTRATOR);
    }

    /** A site, a room, and so many reservations by commands of their own. */
    void books(TenantId tenant, int reservations) {
        Actor clerk = clerk(tenant);
        SiteId site = new SiteId(neo.ids().next());
        territory.addSite(clerk, Site.of(site, "Le Hub de " + tenant, SiteKind.HUB, new InseeCode("02408"), PARIS));
        Space room = Space.of(
                booking.newSpaceId(), site, SpaceKind.MULTIMEDIA_STUDIO, "Été « n° 1 »", 1, PARIS, OpeningHours.ALWAYS);
        booking.addSpace(clerk, room);
        Actor member = Actor.of(new PartyId(new UUID(1, 2)), tenant, Role.MEMBER);
        LocalDateTime start = LocalDateTime.ofInstant(neo.clock().instant(), PARIS)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay();
        for (int hour = 0; hour < reservations; hour++) {
            LocalDateTime from = start.plusHours(9 + hour * 24L);
            booking.reserve(member, room.id(), LocalSlot.of(from, from.plusHours(1), PARIS));
        }
    }

    /** An event of a member of a tenant; its position. */
    long measures(TenantId tenant, double value) {
        UUID event = appends(tenant, value).id();
        return neo.journal().find(clerk(tenant), event).orElseThrow().position();
    }

    /** An event that may have no position yet. */
    Event appends(TenantId tenant, double value) {
        Actor member = Actor.of(new PartyId(new UUID(1, 2)), tenant, Role.MEMBER);
        return neo.journal().append(member, MEASURED, METER, new Measured("eau", value));
    }

    /** What was measured, in the order of the journal. */
    List<Double> measured(TenantId tenant) {
        return neo.journal().history(clerk(tenant), METER, 0, 1_000).stream()
                .map(event -> neo.journal().payload(event, MEASURED).value())
                .toList();
    }

    void keeps(TenantId tenant, Loose... documents) {
        neo.store().write(Contention.none(), tx -> {
            for (Loose document : documents) {
                tx.documents(Loose.COLLECTION, tenant).insert(document);
            }
            return true;
        });
    }

    void keeps(TenantId tenant, Packed... documents) {
        neo.store().write(Contention.none(), tx -> {
            for (Packed document : documents) {
                tx.documents(Packed.COLLECTION, tenant).insert(document);
            }
            return true;
        });
    }

    @Override
    public void close() {
        neo.close();
    }
}
