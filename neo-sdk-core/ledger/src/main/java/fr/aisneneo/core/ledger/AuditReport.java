package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import java.util.List;
import java.util.UUID;

/**
 * What adding everything up anew came to.
 *
 * @param accounts how many accounts there are
 * @param transfers how many transfers there are
 * @param wrong the accounts whose counters are not what their transfers come to, 100 at most; none, or the store was
 *     tampered with
 * @param events how many events of the journal tell transfers; each was compared with what is kept
 * @param wrongEvents the events whose transfers are not what they commit to, 100 at most. Where one is missing or was
 *     changed, the next event of its account may be here too, since it commits to what came before
 * @param untold how many transfers are told by no event
 * @param stateHash SHA-256 over every account's id and counters in the order of their ids, 64 hexadecimal digits: the
 *     same after a restored backup or a move to another engine
 */
public record AuditReport(
        long accounts,
        long transfers,
        List<AccountId> wrong,
        long events,
        List<UUID> wrongEvents,
        long untold,
        String stateHash) {

    /** Copies the lists. */
    public AuditReport {
        wrong = List.copyOf(wrong);
        wrongEvents = List.copyOf(wrongEvents);
    }

    /**
     * Whether everything adds up, and is what the journal commits to.
     *
     * @return true if no account and no event is wrong, and no transfer untold
     */
    public boolean sound() {
        return wrong.isEmpty() && wrongEvents.isEmpty() && untold == 0;
    }
}
