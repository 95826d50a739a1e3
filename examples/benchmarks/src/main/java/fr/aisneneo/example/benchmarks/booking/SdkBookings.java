package fr.aisneneo.example.benchmarks.booking;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.booking.BookingEvents;
import fr.aisneneo.booking.BookingRules;
import fr.aisneneo.booking.Reservation;
import fr.aisneneo.booking.ReservationRequest;
import fr.aisneneo.booking.Space;
import fr.aisneneo.booking.SpaceId;
import fr.aisneneo.booking.SpaceKind;
import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.actor.Role;
import fr.aisneneo.core.calendar.LocalSlot;
import fr.aisneneo.core.calendar.OpeningHours;
import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.event.Event;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.tenant.TenantId;
import fr.aisneneo.core.territory.InseeCode;
import fr.aisneneo.core.territory.Site;
import fr.aisneneo.core.territory.SiteId;
import fr.aisneneo.core.territory.SiteKind;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.example.benchmarks.experiment.Contender;
import fr.aisneneo.example.benchmarks.lab.Engine;
import fr.aisneneo.example.benchmarks.lab.Lab;
import fr.aisneneo.example.benchmarks.lab.OpenSdk;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Bookings through {@link Booking#reserve}: rules, opening hours, one place once, an event in the journal. */
final class SdkBookings extends Bookings {
    private static final TenantId TENANT = new TenantId("laon");
    private static final int SPACES_A_SITE = 10;
    private static final int PAGE = 1_000;
    // No bound for each holder, since the other side has none.
    private static final BookingRules RULES = BookingRules.STANDARD.perHolder(null);

    private record Occupied(SpaceId space, Instant start) {}

    private final OpenSdk sdk;
    private final Booking booking;
    private final Actor staff;
    private final List<SpaceId> spaces = new ArrayList<>();
    private final List<Actor> members = new ArrayList<>();

    private SdkBookings(OpenSdk sdk, int count) {
        super(count);
        this.sdk = sdk;
        Neo neo = sdk.neo();
        this.booking = Booking.of(neo);
        Territory.of(neo);
        this.staff = Actor.of(new PartyId(neo.ids().next()), TENANT, Role.ADMINISTRATOR);
        for (int i = 0; i < Wishes.HOLDERS; i++) {
            members.add(Actor.of(new PartyId(neo.ids().next()), TENANT, Role.MEMBER));
        }
        // Each site has as many spaces as a site has.
        for (int i = 0; i < count; i += SPACES_A_SITE) {
            addSite(i, Math.min(count, i + SPACES_A_SITE));
        }
    }

    private void addSite(int from, int to) {
        Neo neo = sdk.neo();
        Site site = Site.of(
                new SiteId(neo.ids().next()), "Site " + from, SiteKind.BRANCH, new InseeCode("02408"), Wishes.ZONE);
        neo.atomically(() -> Territory.of(neo).addSite(staff, site));
        for (int i = from; i < to; i++) {
            Space space = Space.of(
                            booking.newSpaceId(),
                            site.id(),
                            SpaceKind.MULTIMEDIA_STUDIO,
                            "Studio " + i,
                            1,
                            Wishes.ZONE,
                            OpeningHours.ALWAYS)
                    .withRules(RULES);
            booking.addSpace(staff, space);
            spaces.add(space.id());
        }
    }

    static Contender on(Engine engine) {
        return new Contender(engine.title(), lab -> opened(engine, lab));
    }

    private static SdkBookings opened(Engine engine, Lab lab) throws Exception {
        OpenSdk sdk = OpenSdk.on(engine, lab);
        try {
            return new SdkBookings(sdk, lab.effort().spaces());
        } catch (RuntimeException e) {
            sdk.close();
            throw e;
        }
    }

    @Override
    boolean book(Wish wish) {
        ReservationRequest request = ReservationRequest.of(
                members.get(wish.holder()),
                booking.newReservationId(),
                spaces.get(wish.space()),
                LocalSlot.of(wish.start(), wish.end(), Wishes.ZONE));
        while (true) {
            try {
                booking.reserve(members.get(wish.holder()), request);
                return true;
            } catch (ConflictException e) {
                if (e.code().equals("booking.slot.taken")) {
                    return false;
                }
                throw e;
            } catch (StorageException e) {
                // "Try again", it says; the same request books once.
                if (!e.code().equals("storage.conflict")) {
                    throw e;
                }
            }
        }
    }

    /** Told by the journal, which has an event for each. */
    @Override
    long standing() {
        Set<Occupied> occupied = new HashSet<>();
        long after = 0;
        List<Event> page;
        do {
            page = sdk.neo().journal().read(staff, after, PAGE);
            for (Event event : page) {
                after = event.position();
                if (event.type().equals(BookingEvents.RESERVATION_CONFIRMED.name())) {
                    Reservation made = sdk.neo().journal().payload(event, BookingEvents.RESERVATION_CONFIRMED);
                    if (!occupied.add(new Occupied(made.space(), made.interval().start()))) {
                        throw new IllegalStateException("Two bookings of " + made.slot());
                    }
                }
            }
        } while (!page.isEmpty());
        return occupied.size();
    }

    @Override
    public void close() throws Exception {
        sdk.close();
    }
}
