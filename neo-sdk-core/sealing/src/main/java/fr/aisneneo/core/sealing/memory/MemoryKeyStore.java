package fr.aisneneo.core.sealing.memory;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.AesGcm;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keys in the heap: with the process they are gone, and what was sealed with them is. For tests and demonstrations.
 *
 * <p>Thread-safe. Several SDKs may share one; it closes nothing and stays usable.
 */
public final class MemoryKeyStore implements KeyStore {
    private final String id = UUID.randomUUID().toString();
    private final Map<KeyName, DataKey> keys = new HashMap<>();
    private final Set<KeyName> destroyed = new HashSet<>();
    private final Set<Owner> owners = new HashSet<>();

    private record Owner(TenantId tenant, UUID holder) {}

    /** An empty one. */
    public MemoryKeyStore() {}

    @Override
    public String id() {
        return id;
    }

    @Override
    public synchronized KeyState find(KeyName name) {
        if (owners.contains(new Owner(name.tenant(), name.holder()))) {
            return new KeyState.Destroyed();
        }
        DataKey key = keys.get(name);
        return key == null ? new KeyState.Absent() : new KeyState.Live(key);
    }

    @Override
    public synchronized KeyState obtain(KeyName name) {
        KeyState found = find(name);
        if (!(found instanceof KeyState.Absent)) {
            return found;
        }
        DataKey made = new DataKey(HexFormat.of().formatHex(AesGcm.random(8)), AesGcm.random(DataKey.BYTES));
        keys.put(name, made);
        return new KeyState.Live(made);
    }

    @Override
    public synchronized List<String> destroy(TenantId tenant, PartyId owner) {
        Owner whose = new Owner(tenant, KeyName.holderOf(owner));
        owners.add(whose);
        keys.keySet().removeIf(name -> {
            boolean theirs = new Owner(name.tenant(), name.holder()).equals(whose);
            if (theirs) {
                destroyed.add(name);
            }
            return theirs;
        });
        return destroyed.stream()
                .filter(name -> new Owner(name.tenant(), name.holder()).equals(whose))
                .map(KeyName::purpose)
                .sorted()
                .toList();
    }

    @Override
    public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
        List<UUID> theirs;
        synchronized (this) {
            theirs = owners.stream()
                    .filter(owner -> owner.tenant().equals(tenant))
                    .map(Owner::holder)
                    .toList();
        }
        theirs.forEach(holder -> each.accept(new PartyId(holder)));
    }

    @Override
    public synchronized long destroyedCount() {
        return owners.size();
    }

    @Override
    public synchronized long stamp() {
        return owners.size();
    }

    /** Does nothing: there is no root key. */
    @Override
    public void rotate() {}

    /** Does nothing: its documents may still be open elsewhere. */
    @Override
    public void close() {}

    /** Without keys. */
    @Override
    public String toString() {
        return "MemoryKeyStore[" + id + "]";
    }
}
