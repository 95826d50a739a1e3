package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.money.Currency;

/** Accounts that a reserve backs. */
final class Backed {
    private Backed() {}

    /** An account to issue from, whose reserve is empty. */
    static AccountId issueWithoutReserve(Town town) {
        AccountId issue = town.house(Side.DEBIT);
        AccountId reserve = town.open(AccountTerms.house(Currency.EUR, 5, Side.DEBIT), Limits.NONE);
        town.ledger.back(Town.CHIEF, issue, reserve, 1, 1);
        return issue;
    }
}
