package fr.aisneneo.booking;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import java.time.Instant;
import java.util.Map;

/**
 * How many reservations of one space somebody may have. Counted by those whose turn it is to write the space, so that
 * of several at the same time none is overlooked.
 */
final class Quota {
    private final Neo neo;

    Quota(Neo neo) {
        this.neo = neo;
    }

    /** Passes if a holder may have one more. */
    void require(Transaction tx, Actor actor, PartyId holder, Space space, Instant now) {
        Integer most = space.rules().mostPerHolder();
        if (most == null || neo.policy().grants(actor, BookingPermissions.EXCEED_QUOTA, holder)) {
            return;
        }
        Scan<Reservation> notEnded = Scan.by(BookingCollections.HELD)
                .equalTo(holder.text(), space.id().text())
                .after(now)
                .limit(most);
        int had = tx.documents(BookingCollections.RESERVATIONS, actor.tenant())
                .scan(notEnded)
                .documents()
                .size();
        if (had == most) {
            throw new RefusedException(BookingError.QUOTA_REACHED, Map.of("limit", most));
        }
    }
}
