package fr.aisneneo.core.ledger;

import fr.aisneneo.core.Neo;
import fr.aisneneo.core.actor.Actor;
import fr.aisneneo.core.error.ForbiddenException;
import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The ledger of a tenant as text that other programs read. Each is of one state, in the order of the transfers' ids,
 * and names nobody. It is written while it is read: whoever takes it to a slow place writes it to a file first.
 *
 * <p>Thread-safe.
 */
public final class LedgerExport {
    private static final int PAGE = 500;

    private final Neo neo;

    LedgerExport(Neo neo) {
        this.neo = neo;
    }

    /** What writes one form of text. */
    interface Form {
        void begin(Map<UUID, AccountState> accounts) throws IOException;

        void entry(Entry entry) throws IOException;

        void end() throws IOException;
    }

    /**
     * Every transfer as a line of comma-separated values (RFC 4180), with a header; holds and what became of them
     * included. Amounts are decimal, instants ISO 8601 in UTC.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param out where to
     * @throws ForbiddenException if the policy does not grant it
     * @throws UncheckedIOException if {@code out} fails
     */
    public void csv(Actor actor, Appendable out) {
        write(actor, new CsvForm(out));
    }

    /**
     * Every movement of money as a journal for hledger, and at its end what each account must come to, which
     * {@code hledger check} then checks. Debits are positive.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param zone where a day begins
     * @param out where to
     * @throws ForbiddenException if the policy does not grant it
     * @throws UncheckedIOException if {@code out} fails
     */
    public void hledger(Actor actor, ZoneId zone, Appendable out) {
        write(actor, new HledgerForm(out, zone));
    }

    /**
     * The same for Beancount, which checks the balances of the day after the last movement.
     *
     * @param actor who asks; needs {@link LedgerPermissions#READ} without an owner
     * @param zone where a day begins
     * @param out where to
     * @throws ForbiddenException if the policy does not grant it
     * @throws UncheckedIOException if {@code out} fails
     */
    public void beancount(Actor actor, ZoneId zone, Appendable out) {
        write(actor, new BeancountForm(out, zone));
    }

    private void write(Actor actor, Form form) {
        neo.store().read(tx -> {
            neo.policy().require(actor, LedgerPermissions.READ);
            try {
                form.begin(accounts(tx, actor));
                tx.documents(LedgerCollections.RECORDS, actor.tenant())
                        .forEach(
                                Scan.<fr.aisneneo.core.ledger.internal.rules.LedgerRecord>byId()
                                        .limit(PAGE),
                                found -> {
                                    if (found.value() instanceof Entry entry) {
                                        write(form, entry);
                                    }
                                });
                form.end();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return true;
        });
    }

    private static void write(Form form, Entry entry) {
        try {
            form.entry(entry);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<UUID, AccountState> accounts(Transaction tx, Actor actor) {
        Map<UUID, AccountState> accounts = new TreeMap<>();
        tx.documents(LedgerCollections.ACCOUNTS, actor.tenant())
                .forEach(
                        Scan.<AccountState>byId().limit(PAGE),
                        found -> accounts.put(found.value().id(), found.value()));
        return accounts;
    }

    static String date(long micros, ZoneId zone) {
        return Micros.instant(micros).atZone(zone).toLocalDate().toString();
    }

    static String amount(long minorUnits, Account account) {
        return java.math.BigDecimal.valueOf(
                        minorUnits, account.terms().currency().scale())
                .toPlainString();
    }
}
