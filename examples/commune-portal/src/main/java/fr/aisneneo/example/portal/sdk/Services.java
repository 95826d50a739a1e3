package fr.aisneneo.example.portal.sdk;

import fr.aisneneo.booking.Booking;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.territory.Territory;
import fr.aisneneo.example.portal.account.Actors;
import fr.aisneneo.example.portal.account.People;
import fr.aisneneo.example.portal.payment.MemberAccounts;
import fr.aisneneo.example.portal.payment.PaidBooking;
import fr.aisneneo.example.portal.session.Visit;
import io.javalin.http.Context;
import java.time.InstantSource;

/**
 * The domains that the portal stands on, and who acts in them.
 *
 * @param territory communes and sites
 * @param booking spaces and reservations
 * @param paid making and cancelling reservations together with what they cost
 * @param accounts the accounts of members in the local currency
 * @param actors who acts
 * @param people what people are called
 * @param clock the present
 */
public record Services(
        Territory territory,
        Booking booking,
        PaidBooking paid,
        MemberAccounts accounts,
        Actors actors,
        People people,
        InstantSource clock) {

    /** Whoever sent the request, signed in or not. */
    public Actor anybody(Context ctx) {
        Visit visit = Visit.of(ctx);
        return actors.of(visit.account(), visit.reference());
    }

    /**
     * Whoever sent the request.
     *
     * @throws fr.aisneneo.core.error.ForbiddenException {@code portal.sign_in_required} if nobody is signed in
     */
    public Actor somebody(Context ctx) {
        Visit visit = Visit.of(ctx);
        return visit.requireAccount().actor(actors.tenant(), visit.reference());
    }
}
