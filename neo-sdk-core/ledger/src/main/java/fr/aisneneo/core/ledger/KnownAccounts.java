package fr.aisneneo.core.ledger;

import fr.aisneneo.core.ledger.internal.rules.AccountState;
import fr.aisneneo.core.ledger.internal.rules.Books;
import fr.aisneneo.core.ledger.internal.rules.Hold;
import fr.aisneneo.core.ledger.internal.rules.LedgerRecord;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Accounts as they were seen: whose they are never changes, and what they are tied to is looked at again where it
 * matters. So a caller can be told that it may not before it takes anybody's time. Thread-safe.
 */
final class KnownAccounts {
    /** Some hundred bytes each; when there are more, all are forgotten. */
    private static final int MOST = 50_000;

    private final Map<Key, AccountState> known = new ConcurrentHashMap<>();

    private record Key(TenantId tenant, UUID id) {}

    void saw(TenantId tenant, @Nullable AccountState account) {
        if (account != null) {
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(new Key(tenant, account.id()), account);
        }
    }

    @Nullable AccountState of(TenantId tenant, UUID id) {
        return known.get(new Key(tenant, id));
    }

    /** Whether what was known still holds, as far as permissions are asked for. */
    static boolean hold(Collection<AccountState> known, Books books) {
        for (AccountState before : known) {
            AccountState now = books.account(before.id());
            boolean same = now != null
                    && before.account().terms().equals(now.account().terms())
                    && Objects.equals(before.backing(), now.backing());
            if (!same) {
                return false;
            }
        }
        return true;
    }

    /** Some accounts, and nothing else. */
    static Books books(Map<UUID, AccountState> accounts) {
        return new Books() {
            @Override
            public @Nullable AccountState account(UUID id) {
                return accounts.get(id);
            }

            @Override
            public @Nullable LedgerRecord record(UUID id) {
                return null;
            }

            @Override
            public @Nullable Hold hold(UUID id) {
                return null;
            }

            @Override
            public long reversed(UUID original) {
                return 0;
            }

            @Override
            public UUID expiryId(UUID hold, long number) {
                throw new UnsupportedOperationException("Nothing expires here");
            }

            @Override
            public List<Hold> due(UUID account, long upTo, int limit) {
                return List.of();
            }
        };
    }
}
