package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.AesGcm;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Keys in a directory that only its owner may read ({@code rwx------}, files {@code rw-------}; where the file system
 * knows other rights, they are the administrator's affair).
 *
 * <p>In it are {@code root-….key}, the root key; {@code keys}, the data keys, each wrapped by the root key, in a place
 * of 256 bytes; and {@code lock}. A key is durable before it is given out. Destroying a person's keys writes a
 * tombstone and then overwrites their places; rotating writes a new file beside the old one and puts it in its place by
 * renaming. A process that dies, or a machine, at whatever instant leaves one or the other state, and what was begun is
 * finished when the directory is next opened. A damaged place is named when it is opened, or read.
 *
 * <p>Back it up apart from the store of documents, and keep no backup for longer than an erasure may take: whoever has
 * an old copy has the keys in it. It needs some 24 bytes of memory a key.
 *
 * <p>Thread-safe, also between processes of one machine; a process opens a directory once. After a failed write it
 * gives the keys that were durable before, as long as no other process destroys any, and takes nothing more until it is
 * opened anew.
 */
public final class FileKeyStore implements KeyStore {
    private final SharedKeys keys;

    private FileKeyStore(SharedKeys keys) {
        this.keys = keys;
    }

    /**
     * Opens a directory, and makes it with a new root key where there is none.
     *
     * @param directory the directory
     * @return the key store, to be closed
     * @throws StorageException {@code sealing.key_store.rights} if others have rights on it,
     *     {@code sealing.key_store.damaged}, {@code sealing.key_store.busy}, {@code sealing.key_store.unusable}
     */
    public static FileKeyStore open(Path directory) {
        return open(directory, Sync.SYSTEM);
    }

    static FileKeyStore open(Path directory, Sync sync) {
        return new FileKeyStore(SharedKeys.open(new KeyDirectory(directory, sync)));
    }

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
        KeyState found = keys.find(name);
        if (!(found instanceof KeyState.Absent)) {
            return found;
        }
        return keys.changing(known -> {
            KeyState meanwhile = known.find(name);
            if (!(meanwhile instanceof KeyState.Absent)) {
                return meanwhile;
            }
            DataKey made = new DataKey(
                    HexFormat.of().formatHex(AesGcm.random(DataKey.ID_BYTES)), AesGcm.random(DataKey.BYTES));
            known.add(name, made);
            return new KeyState.Live(made);
        });
    }

    @Override
    public List<String> destroy(TenantId tenant, PartyId owner) {
        UUID holder = KeyName.holderOf(owner);
        return keys.changing(known -> {
            if (!known.isDestroyed(tenant, holder)) {
                keys.announce();
                known.destroy(tenant, holder);
            }
            return known.destroyedPurposes(tenant, holder);
        });
    }

    @Override
    public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
        int count = keys.caughtUp(OpenKeys::known);
        for (int number = 0; number < count; number++) {
            // Places stay the same for ever, also when keys are rotated.
            int place = number;
            keys.asTheyAre(known -> known.buried(place, tenant))
                    .map(PartyId::new)
                    .ifPresent(each);
        }
    }

    @Override
    public long destroyedCount() {
        return keys.caughtUp(OpenKeys::tombstones);
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

    /** Without keys. */
    @Override
    public String toString() {
        return "FileKeyStore[" + keys + "]";
    }
}
