package fr.aisneneo.core.sealing;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** A key store that can be told not to destroy, as if it could not be reached, and that remembers what it was. */
final class StubbornKeyStore implements KeyStore {
    private final KeyStore keys;
    private final Set<KeyName> destroyed = new HashSet<>();
    private volatile boolean refusing;

    StubbornKeyStore(KeyStore keys) {
        this.keys = keys;
    }

    void refuseToDestroy(boolean refuse) {
        refusing = refuse;
    }

    /** The same keys, and no memory of destructions: what a backup from before is. */
    StubbornKeyStore asItWasBefore() {
        return new StubbornKeyStore(keys);
    }

    @Override
    public String id() {
        return keys.id();
    }

    @Override
    public KeyState find(KeyName name) {
        return destroyed.contains(new KeyName(name.tenant(), name.holder(), "all"))
                ? new KeyState.Destroyed()
                : keys.find(name);
    }

    @Override
    public KeyState obtain(KeyName name) {
        return destroyed.contains(new KeyName(name.tenant(), name.holder(), "all"))
                ? new KeyState.Destroyed()
                : keys.obtain(name);
    }

    @Override
    public List<String> destroy(TenantId tenant, PartyId owner) {
        if (refusing) {
            throw new IllegalStateException("not now");
        }
        destroyed.add(KeyName.of(tenant, owner, "all"));
        return List.of("contact", "health").stream()
                .filter(purpose -> keys.find(KeyName.of(tenant, owner, purpose)) instanceof KeyState.Live)
                .toList();
    }

    @Override
    public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
        List.copyOf(destroyed).stream()
                .filter(name -> name.tenant().equals(tenant))
                .forEach(name -> each.accept(new PartyId(name.holder())));
    }

    @Override
    public long destroyedCount() {
        return destroyed.size();
    }

    @Override
    public long stamp() {
        return destroyed.size();
    }

    @Override
    public void rotate() {}

    @Override
    public void close() {}
}
