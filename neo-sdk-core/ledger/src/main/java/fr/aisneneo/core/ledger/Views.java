package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Transfer;
import fr.aisneneo.core.ledger.book.TransferId;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the ledger keeps, as it shows it. Thread-safe. */
final class Views {
    private Views() {}

    static Transfer transfer(Entry entry) {
        return transfer(entry, Objects.requireNonNull(entry.event(), "a kept transfer has its event"));
    }

    static Transfer transfer(Entry entry, UUID event) {
        return new Transfer(
                new TransferId(entry.id()),
                entry.kind(),
                new AccountId(entry.debit()),
                new AccountId(entry.credit()),
                entry.amount(),
                entry.code(),
                id(entry.related()),
                id(entry.chain()),
                entry.timeoutSeconds(),
                entry.flags(),
                entry.reference(),
                entry.number(),
                Micros.instant(entry.at()),
                event);
    }

    private static @Nullable TransferId id(@Nullable UUID value) {
        return value == null ? null : new TransferId(value);
    }
}
