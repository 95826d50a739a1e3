package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.book.Peg;
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
    private final CurrencyDesk currencies;

    BackingDesk(Neo neo, CurrencyDesk currencies) {
        this.neo = neo;
        this.currencies = currencies;
    }

    void back(Actor actor, AccountId issue, AccountId reserve, long units, long worth) {
        List<String> both = List.of(issue.text(), reserve.text());
        neo.store().write(TransferDesk.contention(actor.tenant(), both), tx -> {
            neo.policy().require(actor, LedgerPermissions.MANAGE);
            Documents<AccountState> accounts = tx.documents(LedgerCollections.ACCOUNTS, actor.tenant());
            Document<AccountState> issued = find(accounts, issue);
            Document<AccountState> reserved = find(accounts, reserve);
            Peg peg = new Peg(units, reserved.value().account().terms().currency(), worth);
            Backing backing = new Backing(issue.value(), reserve.value(), peg.units(), peg.worth());
            if (backing.equals(issued.value().backing())
                    && backing.equals(reserved.value().backing())) {
                return true;
            }
            requireFree(issued, issue);
            requireFree(reserved, reserve);
            currencies.back(actor, issued.value(), peg);
            accounts.update(issued.value().backedBy(backing), issued.version());
            accounts.update(reserved.value().backedBy(backing), reserved.version());
            neo.journal()
                    .append(
                            actor,
                            LedgerEvents.ACCOUNT_BACKED,
                            LedgerEvents.aggregate(issue),
                            new AccountBacked(reserve, peg.units(), peg.worth()));
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
