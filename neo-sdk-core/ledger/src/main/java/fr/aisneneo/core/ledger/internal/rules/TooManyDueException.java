package fr.aisneneo.core.ledger.internal.rules;

import java.util.UUID;

/**
 * More holds are due on an account than a command releases on its way: they are to be released first, in transactions
 * of their own. Nothing of the command was done.
 */
public final class TooManyDueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final UUID account;

    TooManyDueException(UUID account) {
        super("Too much is due on account " + account, null, false, false);
        this.account = account;
    }

    /**
     * The account.
     *
     * @return its id
     */
    public UUID account() {
        return account;
    }
}
