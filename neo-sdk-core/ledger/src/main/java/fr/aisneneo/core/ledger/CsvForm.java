package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Transfers as comma-separated values. No field needs quotes: all are ids, numbers and constants. Not thread-safe. */
final class CsvForm implements LedgerExport.Form {
    private static final String END = "\r\n";

    private final Appendable out;
    private Map<UUID, AccountState> accounts = Map.of();

    CsvForm(Appendable out) {
        this.out = out;
    }

    @Override
    public void begin(Map<UUID, AccountState> known) throws IOException {
        accounts = known;
        out.append("id,at,kind,debit,credit,amount,currency,code,related,chain,reference,number,event")
                .append(END);
    }

    @Override
    public void entry(Entry entry) throws IOException {
        AccountState debit = Objects.requireNonNull(accounts.get(entry.debit()));
        out.append(String.join(
                        ",",
                        entry.id().toString(),
                        Micros.instant(entry.at()).toString(),
                        entry.kind().name(),
                        entry.debit().toString(),
                        entry.credit().toString(),
                        LedgerExport.amount(entry.amount(), debit.account()),
                        debit.account().terms().currency().code(),
                        Integer.toString(entry.code()),
                        text(entry.related()),
                        text(entry.chain()),
                        text(entry.reference()),
                        Long.toString(entry.number()),
                        text(entry.event())))
                .append(END);
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    @Override
    public void end() {
        // The last line is the last transfer.
    }
}
