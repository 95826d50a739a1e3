package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.AccountId;
import java.math.BigInteger;
import java.time.LocalDate;

/**
 * How far a demurrage has come on one account, and what it still owes. Kept by the ledger.
 *
 * @param rule the name of the rule
 * @param account which account
 * @param last the last day that was done
 * @param owed what was not taken yet, because it was less than a minor unit or was not there: so many
 * @param of of these parts of a minor unit
 */
public record DemurrageMark(String rule, AccountId account, LocalDate last, BigInteger owed, BigInteger of) {

    /** The same with something else owed, in lowest terms. */
    DemurrageMark owing(BigInteger parts, BigInteger whole) {
        BigInteger common = parts.gcd(whole);
        return new DemurrageMark(rule, account, last, parts.divide(common), whole.divide(common));
    }

    String id() {
        return rule + "/" + account.text();
    }
}
