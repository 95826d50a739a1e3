package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.directory.Parties;
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
        if (holder.equals(actor.party())) {
            if (parties.isErased(actor.tenant(), holder)) {
                throw erased();
            }
            return;
        }
        switch (parties.standing(actor.tenant(), holder)) {
            case ERASED -> throw erased();
            case UNKNOWN -> throw new InvalidInputException(BookingError.HOLDER_UNKNOWN, "holder");
            case REGISTERED, NO_DIRECTORY -> {}
        }
    }

    private static RefusedException erased() {
        return new RefusedException(BookingError.HOLDER_ERASED, Map.of());
    }
}
