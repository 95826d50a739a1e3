package fr.aisneneo.core.ledger;

import fr.aisneneo.core.error.ConflictException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.TransferStatus;
import java.util.List;
import java.util.Map;

/** That everything that was asked for is done. Thread-safe. */
final class Requirement {
    private Requirement() {}

    /** Passes the answers on if all is done, and throws for the first cause otherwise. */
    static List<TransferResult> done(List<TransferResult> results) {
        TransferResult undone = null;
        for (TransferResult result : results) {
            TransferStatus status = result.status();
            if (status == TransferStatus.LINKED_EVENT_FAILED) {
                undone = result;
            } else if (!status.done()) {
                if (status.differs()) {
                    throw new ConflictException(status, Map.of("id", result.id()));
                }
                throw new RefusedException(status, Map.of("id", result.id()));
            }
        }
        if (undone != null) {
            // No other cause: some of the chain was done before and some was not, so that it is another chain.
            throw new ConflictException(undone.status(), Map.of("id", undone.id()));
        }
        return results;
    }
}
