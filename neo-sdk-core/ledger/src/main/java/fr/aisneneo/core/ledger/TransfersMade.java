package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.TransferId;
import java.util.List;

/**
 * Transfers were made by one command.
 *
 * @param transfers which, in their order
 * @param root the root of the Merkle tree over them (RFC 9162, section 2.1), 64 hexadecimal digits: what a receipt for
 *     this event and a {@link fr.aisneneo.core.ledger.proof.TransferProof} show of each
 */
public record TransfersMade(List<TransferId> transfers, String root) {

    /** Copies the list. */
    public TransfersMade {
        transfers = List.copyOf(transfers);
    }
}
