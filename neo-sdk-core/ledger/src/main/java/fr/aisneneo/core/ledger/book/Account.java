package fr.aisneneo.core.ledger.book;

import fr.aisneneo.core.money.Money;

/**
 * An account as it stands.
 *
 * @param id which one
 * @param terms what it is for as long as it exists
 * @param limits between what its balance must stay
 * @param closed whether it takes no new transfers
 * @param counters its counters
 */
public record Account(AccountId id, AccountTerms terms, Limits limits, boolean closed, Counters counters) {

    /**
     * What was posted, on the side of the account.
     *
     * @return the balance in minor units
     */
    public long balance() {
        return terms.side() == Side.CREDIT ? counters.net() : -counters.net();
    }

    /**
     * What the balance is at least once all that is pending is settled.
     *
     * @return the balance less what is set aside against it, in minor units
     */
    public long available() {
        return terms.side() == Side.CREDIT ? counters.lowestNet() : -counters.highestNet();
    }

    /**
     * The balance as money.
     *
     * @return the balance
     */
    public Money money() {
        return Money.ofMinorUnits(balance(), terms.currency());
    }

    /**
     * The same account with other counters.
     *
     * @param other the counters
     * @return the account
     */
    public Account with(Counters other) {
        return new Account(id, terms, limits, closed, other);
    }

    /**
     * The same account with other limits.
     *
     * @param other the limits
     * @return the account
     */
    public Account with(Limits other) {
        return new Account(id, terms, other, closed, counters);
    }

    /**
     * The same account, closed or open.
     *
     * @param nowClosed whether it is closed
     * @return the account
     */
    public Account closed(boolean nowClosed) {
        return nowClosed == closed ? this : new Account(id, terms, limits, nowClosed, counters);
    }
}
