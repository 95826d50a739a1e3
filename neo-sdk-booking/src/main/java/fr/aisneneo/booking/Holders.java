package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.directory.Parties;
import fr.aisneneo.core.directory.PartyStanding;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.party.PartyId;
import java.util.Map;

/** In whose name something may be reserved. */
final class Holders {
    private final Parties parties;

    Holders(Neo neo) {
        this.parties = Parties.of(neo);
    }

    /**
     * Passes for whoever the directory knows, and for actors themselves: who they are, the application has seen to. The
     * name of somebody else may be a slip of the pen, which a directory tells.
     */
    void require(Actor actor, PartyId holder) {
        PartyStanding standing = parties.standing(actor.tenant(), holder);
        if (standing == PartyStanding.ERASED) {
            throw new RefusedException(BookingError.HOLDER_ERASED, Map.of());
        }
        if (standing == PartyStanding.UNKNOWN && !holder.equals(actor.party())) {
            throw new InvalidInputException(BookingError.HOLDER_UNKNOWN, "holder");
        }
    }
}
