package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.Account;
import fr.aisneneo.core.ledger.book.Side;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.money.Currency;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/** Movements as a journal of hledger 1.x. Not thread-safe. */
final class HledgerForm implements LedgerExport.Form {
    private final Appendable out;
    private final ZoneId zone;
    private Map<UUID, AccountState> accounts = Map.of();

    HledgerForm(Appendable out, ZoneId zone) {
        this.out = out;
        this.zone = zone;
    }

    @Override
    public void begin(Map<UUID, AccountState> known) throws IOException {
        accounts = known;
        out.append("decimal-mark .\n\n");
        Set<Currency> currencies = known.values().stream()
                .map(state -> state.account().terms().currency())
                .collect(Collectors.toCollection(() -> new TreeSet<>(
                        java.util.Comparator.comparing(Currency::code).thenComparing(Currency::scale))));
        for (Currency currency : currencies) {
            // hledger wants a decimal mark also where there are no decimals.
            String zeros = "0".repeat(currency.scale());
            out.append("commodity 1000." + zeros + " " + commodity(currency) + "\n");
        }
        for (AccountState state : known.values()) {
            out.append("account " + name(state.account()) + "\n");
        }
    }

    /** In quotes, as a code may have digits in it. */
    private static String commodity(Currency currency) {
        return "\"" + currency + "\"";
    }

    private static String name(Account account) {
        String side = account.terms().side() == Side.DEBIT ? "assets" : "liabilities";
        return side + ":" + account.terms().code() + ":" + account.id().text();
    }

    @Override
    public void entry(Entry entry) throws IOException {
        if (entry.posted() == 0) {
            return;
        }
        out.append("\n" + LedgerExport.date(entry.at(), zone) + " * (" + entry.id() + ") " + entry.kind() + "\n");
        posting(entry.debit(), entry.posted(), "");
        posting(entry.credit(), -entry.posted(), "");
    }

    private void posting(UUID id, long amount, String assertion) throws IOException {
        Account account = Objects.requireNonNull(accounts.get(id)).account();
        out.append("    " + name(account) + "  " + money(amount, account) + assertion + "\n");
    }

    private static String money(long amount, Account account) {
        Currency currency = account.terms().currency();
        return BigDecimal.valueOf(amount, currency.scale()).toPlainString()
                + (currency.scale() == 0 ? "." : "")
                + " "
                + commodity(currency);
    }

    @Override
    public void end() throws IOException {
        for (AccountState state : accounts.values()) {
            Account account = state.account();
            out.append("\n" + LedgerExport.date(state.last(), zone) + " * balance\n");
            posting(state.id(), 0, " = " + money(-account.counters().net(), account));
        }
    }
}
