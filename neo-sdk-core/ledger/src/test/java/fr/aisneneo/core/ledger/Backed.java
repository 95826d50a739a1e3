package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.TENANT;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Backing;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Contention;
import fr.aisneneo.core.storage.Document;
import fr.aisneneo.core.storage.Documents;

/** Accounts that a reserve backs. */
final class Backed {
    private Backed() {}

    /** An account to issue from, whose reserve is empty. */
    static AccountId issueWithoutReserve(Town town) {
        AccountId issue = town.house(Side.CREDIT);
        AccountId reserve = town.open(AccountTerms.house(Currency.EUR, 5, Side.DEBIT), Limits.NONE);
        Backing backing = new Backing(issue.value(), reserve.value(), 1, 1);
        town.neo.store().write(Contention.none(), tx -> {
            Documents<AccountState> accounts = tx.documents(LedgerCollections.ACCOUNTS, TENANT);
            Document<AccountState> known = accounts.require(issue.text());
            return accounts.update(known.value().backedBy(backing), known.version());
        });
        return issue;
    }
}
