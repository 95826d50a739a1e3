package fr.aisneneo.core.sealing.tck.broken;

import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.memory.MemoryKeyStore;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** Key stores that do one thing wrong each; sound but for that, since all else is what stands in memory. */
final class BrokenKeyStores {
    private BrokenKeyStores() {}

    /** Another one's. */
    static class Wrapped implements KeyStore {
        final KeyStore keys = new MemoryKeyStore();

        @Override
        public String id() {
            return keys.id();
        }

        @Override
        public KeyState find(KeyName name) {
            return keys.find(name);
        }

        @Override
        public KeyState obtain(KeyName name) {
            return keys.obtain(name);
        }

        @Override
        public List<String> destroy(TenantId tenant, PartyId owner) {
            return keys.destroy(tenant, owner);
        }

        @Override
        public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
            keys.forEachDestroyed(tenant, each);
        }

        @Override
        public long destroyedCount() {
            return keys.destroyedCount();
        }

        @Override
        public long stamp() {
            return keys.stamp();
        }

        @Override
        public void rotate() {
            keys.rotate();
        }

        @Override
        public void close() {
            keys.close();
        }

        @Override
        public String toString() {
            return keys.toString();
        }
    }

    static DataKey fresh() {
        return ((KeyState.Live) new MemoryKeyStore().obtain(new KeyName(TenantId.SHARED, KeyName.NOBODY, "fresh")))
                .key();
    }

    /** Destroys, and then makes a key again for whoever asks. */
    static final class Reviving extends Wrapped {
        private final Map<KeyName, KeyState> revived = new ConcurrentHashMap<>();

        @Override
        public KeyState find(KeyName name) {
            return revived.getOrDefault(name, keys.find(name));
        }

        @Override
        public KeyState obtain(KeyName name) {
            KeyState found = keys.obtain(name);
            return found instanceof KeyState.Destroyed
                    ? revived.computeIfAbsent(name, made -> new KeyState.Live(fresh()))
                    : found;
        }
    }

    /** Takes a person for the same one in every tenant. */
    static final class WithoutTenants extends Wrapped {
        private static KeyName nowhere(KeyName name) {
            return new KeyName(TenantId.SHARED, name.holder(), name.purpose());
        }

        @Override
        public KeyState find(KeyName name) {
            return keys.find(nowhere(name));
        }

        @Override
        public KeyState obtain(KeyName name) {
            return keys.obtain(nowhere(name));
        }

        @Override
        public List<String> destroy(TenantId tenant, PartyId owner) {
            keys.destroy(tenant, owner);
            return keys.destroy(TenantId.SHARED, owner);
        }

        @Override
        public long destroyedCount() {
            return keys.destroyedCount() / 2;
        }
    }

    /** Makes other keys where it should have wrapped those there are anew. */
    static final class ForgetfulRotation extends Wrapped {
        private final AtomicInteger rotations = new AtomicInteger();
        private final Map<String, KeyState> anew = new ConcurrentHashMap<>();

        private KeyState asRotated(KeyName name, KeyState found) {
            int rotation = rotations.get();
            return rotation == 0 || !(found instanceof KeyState.Live)
                    ? found
                    : anew.computeIfAbsent(rotation + name.toString(), made -> new KeyState.Live(fresh()));
        }

        @Override
        public KeyState find(KeyName name) {
            return asRotated(name, keys.find(name));
        }

        @Override
        public KeyState obtain(KeyName name) {
            return asRotated(name, keys.obtain(name));
        }

        @Override
        public void rotate() {
            rotations.incrementAndGet();
        }
    }

    /** Looks, and then makes: two who ask at once both find nothing. */
    static final class LookThenMake extends Wrapped {
        private final Map<KeyName, KeyState> made = new ConcurrentHashMap<>();
        private final CountDownLatch both = new CountDownLatch(2);

        @Override
        public KeyState find(KeyName name) {
            KeyState found = keys.find(name);
            return found instanceof KeyState.Destroyed ? found : made.getOrDefault(name, found);
        }

        @Override
        public KeyState obtain(KeyName name) {
            KeyState found = find(name);
            if (!(found instanceof KeyState.Absent)) {
                return found;
            }
            both.countDown();
            try {
                // So that it happens on however busy a machine.
                boolean ignored = both.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            keys.obtain(name);
            KeyState mine = new KeyState.Live(fresh());
            made.put(name, mine);
            return mine;
        }
    }

    /** Says in its text what nobody may see. */
    static final class Chatty extends Wrapped {
        private volatile String last = "";

        @Override
        public KeyState obtain(KeyName name) {
            KeyState found = keys.obtain(name);
            if (found instanceof KeyState.Live live) {
                last = HexFormat.of().withUpperCase().formatHex(live.key().secret());
            }
            return found;
        }

        @Override
        public String toString() {
            return "Chatty[last=" + last + "]";
        }
    }

    /** Reads back its keys when it is opened, and leaves the tombstones out. */
    static final class LosingTombstones extends Wrapped {
        private final Map<KeyName, KeyState> kept;

        LosingTombstones(Map<KeyName, KeyState> kept) {
            this.kept = kept;
        }

        @Override
        public String id() {
            return "kept-" + System.identityHashCode(kept);
        }

        @Override
        public KeyState find(KeyName name) {
            KeyState found = keys.find(name);
            return found instanceof KeyState.Destroyed ? found : kept.getOrDefault(name, new KeyState.Absent());
        }

        @Override
        public KeyState obtain(KeyName name) {
            KeyState found = keys.obtain(name);
            return found instanceof KeyState.Destroyed ? found : kept.computeIfAbsent(name, made -> found);
        }

        @Override
        public List<String> destroy(TenantId tenant, PartyId owner) {
            List<String> purposes = keys.destroy(tenant, owner);
            kept.keySet()
                    .removeIf(name ->
                            name.tenant().equals(tenant) && name.holder().equals(owner.value()));
            return purposes;
        }
    }
}
