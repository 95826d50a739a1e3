package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.NeoBuilder;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Policy;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.FrenchHolidays;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.plugin.Plugin;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.Commune;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.core.time.Validity;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * The hub in Laon on a Monday morning, with a clock that tests set. As an extension of a test, it is closed behind it.
 */
final class World implements AutoCloseable, AfterEachCallback {
    public static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    public static final TenantId TENANT = new TenantId("aisne-neo");
    public static final Actor ADMINISTRATOR = actor(1, Role.ADMINISTRATOR);
    public static final Actor OPERATOR = actor(2, Role.OPERATOR);
    public static final Actor ANNE = actor(3, Role.MEMBER);
    public static final Actor BRUNO = actor(4, Role.MEMBER);
    public static final SiteId HUB = new SiteId(new UUID(5, 1));
    public static final OpeningHours HOURS = OpeningHours.CLOSED
            .open(OpeningHours.WORKING_DAYS, "08:00-20:00")
            .open(List.of(DayOfWeek.SATURDAY), "09:00-12:00")
            .closedOn(FrenchHolidays.NATIONAL);

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-11-23T06:00:00Z"));
    private final Neo neo;
    private final Booking booking;

    public World() {
        this("memory:");
    }

    public World(String storage) {
        this(storage, Policy.standard());
    }

    public World(String storage, Policy policy, Plugin... plugins) {
        NeoBuilder builder = Neo.builder().storage(storage).policy(policy).clock(now::get);
        for (Plugin plugin : plugins) {
            builder.plugin(plugin);
        }
        neo = builder.open();
        Territory territory = Territory.of(neo);
        InseeCode laon = new InseeCode("02408");
        territory.putCommune(
                Actor.of(ADMINISTRATOR.party(), TenantId.SHARED, Role.ADMINISTRATOR),
                Commune.of(laon, "Laon", Validity.since(LocalDate.of(2026, 1, 1))));
        territory.addSite(ADMINISTRATOR, Site.of(HUB, "Hub de Laon", SiteKind.HUB, laon, PARIS));
        booking = Booking.of(neo);
    }

    public static Actor actor(int party, Role... roles) {
        return Actor.of(new PartyId(new UUID(9, party)), TENANT, roles);
    }

    public Neo neo() {
        return neo;
    }

    public Booking booking() {
        return booking;
    }

    public void setNow(String instant) {
        now.set(Instant.parse(instant));
    }

    /** A room with the hours of the hub. */
    public Space room() {
        return add(space(1));
    }

    public Space add(Space space) {
        return booking.addSpace(ADMINISTRATOR, space);
    }

    /** A space that is not added yet. */
    public Space space(int capacity) {
        return Space.of(booking.newSpaceId(), HUB, SpaceKind.TRAINING_ROOM, "Salle Condorcet", capacity, PARIS, HOURS);
    }

    /** A slot in Paris. */
    public static LocalSlot slot(String start, String end) {
        return LocalSlot.of(LocalDateTime.parse(start), LocalDateTime.parse(end), PARIS);
    }

    /** A slot on Monday 23 November 2026. */
    public static LocalSlot monday(String start, String end) {
        return slot("2026-11-23T" + start, "2026-11-23T" + end);
    }

    public ReservationRequest request(Actor actor, Space space, LocalSlot slot) {
        return ReservationRequest.of(actor, booking.newReservationId(), space.id(), slot);
    }

    @Override
    public void close() {
        neo.close();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        close();
    }
}
