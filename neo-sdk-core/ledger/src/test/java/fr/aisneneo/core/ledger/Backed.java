package fr.aisneneo.core.ledger;

import static fr.aisneneo.core.ledger.Town.ANNE;
import static fr.aisneneo.core.ledger.Town.CHIEF;

import fr.aisneneo.core.ledger.book.AccountFlag;
import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.AccountTerms;
import fr.aisneneo.core.ledger.book.Limits;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.book.TransferRequest;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.money.Money;

/** A currency of the town's that euros back, all of which are in circulation. */
final class Backed {
    static final Currency SOL = new Currency("SOL", 2);

    private final Town town;
    final AccountId issue;
    final AccountId reserve;
    final AccountId deposits;
    /** Has a hundred thousand. */
    final AccountId rich;

    Backed(Town town) {
        this.town = town;
        issue = open(SOL, Side.DEBIT, Limits.NONE);
        reserve = open(Currency.EUR, Side.DEBIT, Limits.NEVER_OVERDRAWN);
        deposits = open(Currency.EUR, Side.CREDIT, Limits.NEVER_OVERDRAWN);
        town.ledger.back(CHIEF, issue, reserve, 1, 1);
        rich = member();
        town.ledger.transfer(
                CHIEF, TransferRequest.pay(town.id(), reserve, deposits, Money.euroCents(100_000), Town.BREAD));
        town.ledger.transfer(CHIEF, pay(issue, rich, 100_000));
    }

    AccountId open(Currency currency, Side side, Limits limits, AccountFlag... flags) {
        return town.open(AccountTerms.house(currency, 2, side).with(flags), limits);
    }

    AccountId member() {
        return town.open(AccountTerms.member(SOL, Town.MEMBERS, ANNE.party()), Limits.NEVER_OVERDRAWN);
    }

    TransferRequest pay(AccountId from, AccountId to, long amount) {
        return TransferRequest.pay(town.id(), from, to, Money.ofMinorUnits(amount, SOL), Town.BREAD);
    }
}
