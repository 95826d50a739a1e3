package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.storage.Cursor;
import java.util.List;
import java.util.Optional;

/**
 * Some transfers in the order of time.
 *
 * @param transfers the transfers
 * @param next where to go on; empty at the end
 */
public record TransferPage(List<Transfer> transfers, Optional<Cursor> next) {

    /** Copies the list. */
    public TransferPage {
        transfers = List.copyOf(transfers);
    }
}
