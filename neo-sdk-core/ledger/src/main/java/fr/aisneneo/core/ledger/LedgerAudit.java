package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import fr.aisneneo.core.ledger.book.Counters;
import fr.aisneneo.core.ledger.internal.kept.LedgerCollections;
import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Entry;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.storage.Scan;
import fr.aisneneo.core.storage.Transaction;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Adds every transfer of a tenant up anew, and compares with the accounts and the journal. Used by the thread of its
 * transaction.
 */
final class LedgerAudit {
    private static final int PAGE = 1_000;
    private static final int MOST_WRONG = 100;

    private final Map<UUID, Sum> sums = new HashMap<>();
    private final List<AccountId> wrong = new ArrayList<>();
    private final MessageDigest hash = sha256();
    private long accounts;
    private long transfers;

    /** What transfers come to on an account. They are read in any order, so that a sum may be below zero on the way. */
    private static final class Sum {
        private long debitsPending;
        private long debitsPosted;
        private long creditsPending;
        private long creditsPosted;

        boolean is(Counters counters) {
            return debitsPending == counters.debitsPending()
                    && debitsPosted == counters.debitsPosted()
                    && creditsPending == counters.creditsPending()
                    && creditsPosted == counters.creditsPosted();
        }
    }

    AuditReport of(Transaction tx, TenantId tenant, EventAudit events) {
        tx.documents(LedgerCollections.RECORDS, tenant)
                .forEach(Scan.<LedgerRecord>byId().limit(PAGE), found -> add(found.value()));
        tx.documents(LedgerCollections.ACCOUNTS, tenant)
                .forEach(Scan.<AccountState>byId().limit(PAGE), found -> compare(found.value()));
        // What is left was moved on accounts that are not there.
        sums.keySet().forEach(this::wrong);
        events.compareAll();
        long untold = transfers == events.told() ? 0 : untold(tx, tenant, events);
        return new AuditReport(
                accounts,
                transfers,
                wrong,
                events.events(),
                events.wrong(),
                untold,
                HexFormat.of().formatHex(hash.digest()));
    }

    /** Looks at each transfer, since some are not told by the events that have their places in the journal. */
    private static long untold(Transaction tx, TenantId tenant, EventAudit events) {
        AtomicLong count = new AtomicLong();
        tx.documents(LedgerCollections.RECORDS, tenant)
                .forEach(Scan.<LedgerRecord>byId().limit(PAGE), found -> {
                    if (found.value() instanceof Entry entry && !events.isTold(entry)) {
                        count.incrementAndGet();
                    }
                });
        return count.get();
    }

    private void add(LedgerRecord made) {
        if (made instanceof Entry entry) {
            transfers++;
            Sum debit = sums.computeIfAbsent(entry.debit(), account -> new Sum());
            debit.debitsPending += entry.pending();
            debit.debitsPosted += entry.posted();
            Sum credit = sums.computeIfAbsent(entry.credit(), account -> new Sum());
            credit.creditsPending += entry.pending();
            credit.creditsPosted += entry.posted();
        }
    }

    private void compare(AccountState state) {
        accounts++;
        Counters counters = state.counters();
        Sum sum = sums.remove(state.id());
        if (!(sum == null ? new Sum() : sum).is(counters)) {
            wrong(state.id());
        }
        ByteBuffer bytes = ByteBuffer.allocate(6 * Long.BYTES);
        bytes.putLong(state.id().getMostSignificantBits()).putLong(state.id().getLeastSignificantBits());
        bytes.putLong(counters.debitsPending()).putLong(counters.debitsPosted());
        bytes.putLong(counters.creditsPending()).putLong(counters.creditsPosted());
        hash.update(bytes.array());
    }

    private void wrong(UUID account) {
        if (wrong.size() < MOST_WRONG) {
            wrong.add(new AccountId(account));
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
