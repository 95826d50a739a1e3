package fr.aisneneo.core.ledger;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.ledger.internal.rules.Books;
import java.util.List;
import java.util.SortedSet;

/**
 * What one caller wants to be done.
 *
 * @param actor who
 * @param batch the requests
 * @param accounts the accounts that it is about, as far as they are known before it begins
 * @param mostDue how much that is due it releases of one account on its way
 * @param gate looks, in the transaction and before anything is done, whether it may be done
 */
record Command(Actor actor, List<TransferRequest> batch, SortedSet<String> accounts, int mostDue, Gate gate) {

    /** Whether a command may be done. */
    interface Gate {

        /**
         * Looks at the books that the command begins with.
         *
         * @return false if this command is to be done in a transaction of its own
         * @throws fr.aisneneo.core.error.ForbiddenException if the policy does not grant it
         */
        boolean opens(Books books);
    }
}
