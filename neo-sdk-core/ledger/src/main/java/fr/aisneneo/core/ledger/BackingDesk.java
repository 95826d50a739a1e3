package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.CoreError;
import fr.aisneneo.core.error.InvalidInputException;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Backing;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;
import java.util.List;
import java.util.Map;

/** Ties what is issued to what backs it. */
final class BackingDesk {
    private final Neo neo;

    BackingDesk(Neo neo) {
        this.neo = neo;
    }

    void back(Actor actor, AccountId issue, AccountId reserve, long units, long worth) {
        if (units < 1 || worth < 1) {
            throw new InvalidInputException(
                    CoreError.INPUT_OUT_OF_RANGE,
                    units < 1 ? "units" : "worth",
                    Map.of("min", 1, "max", Long.MAX_VALUE));
        }
        Backing backing = new Backing(issue.value(), reserve.value(), units, worth);
        List<String> both = List.of(issue.text(), reserve.text());
        neo.store().write(TransferDesk.contention(actor, both), tx -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE);
            Documents<AccountState> accounts = tx.documents(LedgerCollections.ACCOUNTS, actor.tenant());
            Document<AccountState> issued = find(accounts, issue);
            Document<AccountState> reserved = find(accounts, reserve);
            if (backing.equals(issued.value().backing())
                    && backing.equals(reserved.value().backing())) {
                return true;
            }
            requireFree(issued, issue);
            requireFree(reserved, reserve);
            accounts.update(issued.value().backedBy(backing), issued.version());
            accounts.update(reserved.value().backedBy(backing), reserved.version());
            neo.journal()
                    .append(
                            actor,
                            LedgerEvents.ACCOUNT_BACKED,
                            LedgerEvents.aggregate(issue),
                            new AccountBacked(reserve, units, worth));
            return true;
        });
    }

    private static Document<AccountState> find(Documents<AccountState> accounts, AccountId id) {
        return accounts.get(id.text()).orElseThrow(() -> AccountDesk.unknown(id));
    }

    /** On the debit side, without any past and without another tie: then it holds from the beginning. */
    private static void requireFree(Document<AccountState> found, AccountId id) {
        AccountState state = found.value();
        boolean fresh = state.counters().equals(Counters.ZERO) && state.backing() == null;
        if (!fresh || state.account().terms().side() != Side.DEBIT) {
            throw new RefusedException(LedgerError.BACKING_LATE, Map.of("id", id));
        }
    }
}
