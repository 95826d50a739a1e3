package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import java.util.List;

/**
 * What adding everything up anew came to.
 *
 * @param accounts how many accounts there are
 * @param transfers how many transfers there are
 * @param wrong the accounts whose counters are not what their transfers come to, 100 at most; none, or the store was
 *     tampered with
 * @param stateHash SHA-256 over every account's id and counters in the order of their ids, 64 hexadecimal digits: the
 *     same after a restored backup or a move to another engine
 */
public record AuditReport(long accounts, long transfers, List<AccountId> wrong, String stateHash) {

    /** Copies the list. */
    public AuditReport {
        wrong = List.copyOf(wrong);
    }

    /**
     * Whether everything adds up.
     *
     * @return true if no account is wrong
     */
    public boolean sound() {
        return wrong.isEmpty();
    }
}
