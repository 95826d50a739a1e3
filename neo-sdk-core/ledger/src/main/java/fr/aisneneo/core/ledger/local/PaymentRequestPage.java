package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.storage.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * Some payment requests.
 *
 * @param requests the requests, as they stand when they are looked up
 * @param next where to go on; empty at the end
 */
public record PaymentRequestPage(List<PaymentRequest> requests, Optional<Cursor> next) {

    /** Copies the list. */
    public PaymentRequestPage {
        requests = List.copyOf(requests);
    }
}
