package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** Movements in the language of Beancount 2 and 3. Not thread-safe. */
final class BeancountForm implements LedgerExport.Form {
    private final Appendable out;
    private final ZoneId zone;
    private Map<UUID, AccountState> accounts = Map.of();

    BeancountForm(Appendable out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void begin(Map<UUID, AccountState> known) throws IOException {
        accounts = known;
        for (AccountState state : known.values()) {
            out.append(LedgerExport.date(state.opened(), zone) + " open " + name(state.account()) + " "
                    + commodity(state.account()) + "\n");
        }
    }

    /** A letter first, as Beancount wants it, and the scale, without which two currencies may have one code. */
    private static String commodity(Account account) {
        return "C-" + account.terms().currency().code() + "-"
                + account.terms().currency().scale();
    }

    private static String name(Account account) {
        String side = account.terms().side() == Side.DEBIT ? "Assets" : "Liabilities";
        return side + ":" + account.terms().code() + ":" + account.id().text().toUpperCase(Locale.ROOT);
    }

    @Override
    public void entry(Entry entry) throws IOException {
        if (entry.posted() == 0) {
            return;
        }
        out.append("\n" + LedgerExport.date(entry.at(), zone) + " * \"" + entry.kind() + "\" \"" + entry.id() + "\"\n");
        posting(entry.debit(), entry.posted());
        posting(entry.credit(), -entry.posted());
    }

    private void posting(UUID id, long amount) throws IOException {
        Account account = Objects.requireNonNull(accounts.get(id)).account();
        out.append(
                "  " + name(account) + "  " + LedgerExport.amount(amount, account) + " " + commodity(account) + "\n");
    }

    @Override
    public void end() throws IOException {
        out.append("\n");
        for (AccountState state : accounts.values()) {
            Account account = state.account();
            // Beancount checks at the beginning of a day.
            LocalDate next =
                    Micros.instant(state.last()).atZone(zone).toLocalDate().plusDays(1);
            out.append(next + " balance " + name(account) + "  "
                    + LedgerExport.amount(-account.counters().net(), account) + " " + commodity(account) + "\n");
        }
    }
}
