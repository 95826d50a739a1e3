package fr.aisneneo.example.portal.payment;

import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.RefusedException;
import fr.aisneneo.core.ledger.Ledger;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.example.portal.error.PortalError;
import java.util.Map;
import java.util.Optional;

/**
 * The accounts of people in the local currency. One finds one's own; the ledger knows a pseudonym and no name.
 *
 * @param ledger the ledger
 * @param currency the local currency
 */
public record MemberAccounts(Ledger ledger, Currency currency) {

    /**
     * The account of a party as it stands now.
     *
     * @param actor who asks
     * @param owner whose account
     * @return the first one that is open; empty if there is none
     */
    public Optional<Account> find(Actor actor, PartyId owner) {
        return ledger.history().accountsOf(actor, owner).stream()
                .filter(account ->
                        !account.closed() && account.terms().currency().equals(currency))
                .findFirst()
                // Asked for again, since the list still counts holds whose time is over.
                .map(account -> ledger.account(actor, account.id()));
    }

    /**
     * The account of a party, where it has to have one.
     *
     * @param actor who asks
     * @param owner whose account
     * @throws RefusedException {@code portal.money_account.none}
     */
    public Account require(Actor actor, PartyId owner) {
        return find(actor, owner)
                .orElseThrow(
                        () -> new RefusedException(PortalError.NO_MONEY_ACCOUNT, Map.of("currency", currency.code())));
    }
}
