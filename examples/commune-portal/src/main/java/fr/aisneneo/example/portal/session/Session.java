package fr.aisneneo.example.portal.session;

import fr.aisneneo.example.portal.account.Account;
import java.time.Instant;

/**
 * A signed-in browser.
 *
 * @param id 256 random bits, known to that browser only
 * @param account who signed in
 * @param since when
 */
public record Session(String id, Account account, Instant since) {

    /** Never the id: this ends up in logs. */
    @Override
    public String toString() {
        return "Session[since=" + since + "]";
    }
}
