package fr.aisneneo.core.ledger.local;

import fr.aisneneo.core.ledger.book.TransferKind;
import fr.aisneneo.core.ledger.internal.kept.AccountPast;
import fr.aisneneo.core.ledger.internal.kept.KeptBooks;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.kept.Micros;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.money.Currency;
import fr.aisneneo.core.storage.Cursor;
import fr.aisneneo.core.storage.Page;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.math.BigInteger;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Adds up what was paid in a currency. Used by the thread of its transaction. */
final class PaidVolume {
    private static final int PAGE = 1_000;

    private final Transaction tx;
    private final TenantId tenant;
    private final Currency currency;
    private final Map<UUID, Boolean> meant = new HashMap<>();

    PaidVolume(Transaction tx, TenantId tenant, Currency currency) {
        this.tx = tx;
        this.tenant = tenant;
        this.currency = currency;
    }

    /** What was paid after one instant and up to another one, less all of it that was given back since. */
    BigInteger between(Set<Integer> codes, Instant after, Instant upTo) {
        BigInteger sum = BigInteger.ZERO;
        for (int code : codes) {
            Scan<LedgerRecord> range = Scan.by(LedgerCollections.BY_CODE)
                    .equalTo((long) code)
                    .after(after)
                    .upTo(Micros.instant(Micros.of(upTo)))
                    .limit(PAGE);
            Optional<Cursor> next = Optional.empty();
            do {
                Page<LedgerRecord> page =
                        tx.documents(LedgerCollections.RECORDS, tenant).scan(range.resume(next));
                // New books for each page, since they remember all that they were asked for.
                KeptBooks books = new KeptBooks(tx, tenant);
                for (LedgerRecord made : page.values()) {
                    sum = sum.add(kept(books, (Entry) made));
                }
                next = page.next();
            } while (next.isPresent());
        }
        return sum;
    }

    /** What a payment comes to. What gives back is none: it lessens the payment that it names, at the time of that. */
    private BigInteger kept(KeptBooks books, Entry entry) {
        boolean pays = entry.kind() == TransferKind.SINGLE || entry.kind() == TransferKind.POST;
        if (!pays || !meant.computeIfAbsent(entry.debit(), this::isMeant)) {
            return BigInteger.ZERO;
        }
        return BigInteger.valueOf(entry.posted() - books.reversed(entry.id()));
    }

    private boolean isMeant(UUID account) {
        return AccountPast.find(tx, tenant, account)
                .filter(state -> state.account().terms().currency().equals(currency))
                .isPresent();
    }
}
