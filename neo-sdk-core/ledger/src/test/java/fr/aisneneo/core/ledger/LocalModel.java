package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.book.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A local currency, slow and obvious: balances in a map, and lists of what was promised. Used by one thread. */
final class LocalModel {
    /** Money set aside until an instant. */
    record Held(AccountId from, AccountId to, long amount, Instant until) {}

    /** A payment, and how much of it was given back. */
    static final class Paid {
        final AccountId from;
        final AccountId to;
        final long amount;
        long back;

        Paid(AccountId from, AccountId to, long amount) {
            this.from = from;
            this.to = to;
            this.amount = amount;
        }
    }

    /** A voucher and who got its money. */
    static final class Sold {
        final AccountId buyer;
        final long amount;
        final Instant expires;

        @Nullable AccountId paidTo;

        boolean reclaimed;

        Sold(AccountId buyer, long amount, Instant expires) {
            this.buyer = buyer;
            this.amount = amount;
            this.expires = expires;
        }
    }

    /** What demurrage an account owes. */
    static final class Owed {
        long hundredths;
        LocalDate last = LocalDate.EPOCH;
        LocalDate late = LocalDate.EPOCH;
    }

    final Map<AccountId, Long> balances = new LinkedHashMap<>();
    final Map<AccountId, Owed> owed = new HashMap<>();
    final List<Held> holds = new ArrayList<>();
    private Map<AccountId, Long> atMidnight = new HashMap<>();
    private Instant now;
    long issued;

    LocalModel(Instant now) {
        this.now = now;
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    LocalDate today() {
        return day(now);
    }

    Instant now() {
        return now;
    }

    void advanceTo(Instant later) {
        if (!day(later).equals(day(now))) {
            atMidnight = new HashMap<>(balances);
        }
        now = later;
        holds.removeIf(held -> !now.isBefore(held.until()));
    }

    long balance(AccountId account) {
        return balances.getOrDefault(account, 0L);
    }

    long available(AccountId account) {
        return balance(account)
                - holds.stream()
                        .filter(held -> held.from().equals(account))
                        .mapToLong(Held::amount)
                        .sum();
    }

    void add(AccountId account, long amount) {
        balances.merge(account, amount, Long::sum);
    }

    /** Moves money if it is there. */
    boolean move(AccountId from, AccountId to, long amount) {
        if (amount < 1 || available(from) < amount) {
            return false;
        }
        add(from, -amount);
        add(to, amount);
        return true;
    }

    /** Takes 2 % of what lay on an account when the day began; returns how much. */
    long demurrage(AccountId account, AccountId fund) {
        Owed mark = owed.computeIfAbsent(account, none -> new Owed());
        boolean first = mark.last.isBefore(today());
        if (first) {
            mark.last = today();
            mark.hundredths += 2 * Math.max(0, atMidnight.getOrDefault(account, 0L));
        } else if (mark.late.equals(today())) {
            return 0;
        }
        long taken = Math.min(mark.hundredths / 100, available(account));
        if (!move(account, fund, taken)) {
            return 0;
        }
        mark.hundredths -= 100 * taken;
        mark.late = first ? mark.late : today();
        return taken;
    }
}
