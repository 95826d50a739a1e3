package fr.aisneneo.core.ledger.internal;

import fr.aisneneo.core.storage.Store;
import fr.aisneneo.core.tenant.TenantId;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The {@link LeafKey} of each tenant, which follows from the secret that {@link OwnIds} keeps. It is asked for at every
 * command, so that it is remembered as soon as it is known to stay. Thread-safe.
 */
public final class LeafKeys {
    private final Store store;
    private final OwnIds secrets;
    private final Map<TenantId, LeafKey> known = new ConcurrentHashMap<>();

    /**
     * The keys of a ledger.
     *
     * @param store where the ledger was made
     */
    public LeafKeys(Store store) {
        this.store = store;
        this.secrets = new OwnIds(store);
    }

    /**
     * The key of a tenant; made if there is none.
     *
     * @param tenant whose
     * @return always the same key in this store and its copies
     */
    public LeafKey of(TenantId tenant) {
        LeafKey remembered = known.get(tenant);
        return remembered == null ? found(tenant) : remembered;
    }

    private LeafKey found(TenantId tenant) {
        LeafKey key = secrets.secret(tenant).leafKey();
        // Within a transaction that writes, the secret may have been made by it, and be lost with it.
        boolean durable = store.read(tx -> !tx.writable());
        if (durable) {
            known.put(tenant, key);
        }
        return key;
    }
}
