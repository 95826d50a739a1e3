package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.internal.AesGcm;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
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
    private static final String NEXT = "keys.new";

    private final Path directory;
    private final StoreLock lock;
    private final Sync sync;
    private OpenKeys keys;
    private long seen;
    private boolean broken;

    private FileKeyStore(Path directory, StoreLock lock, Sync sync, OpenKeys keys, long seen) {
        this.directory = directory;
        this.lock = lock;
        this.sync = sync;
        this.keys = keys;
        this.seen = seen;
    }

    /** What may fail as files do. */
    private interface Work<R> {
        R run() throws IOException;
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
        try {
            OwnerOnly.createDirectory(directory);
            OwnerOnly.require(directory);
            StoreLock lock = StoreLock.open(directory);
            try {
                FileLock held = lock.acquire();
                try {
                    Files.deleteIfExists(directory.resolve(NEXT));
                    if (!Files.exists(directory.resolve(KeyFile.NAME))) {
                        create(directory, sync);
                    }
                    OpenKeys keys = openCaughtUp(directory, sync);
                    clearOtherRoots(directory, keys.header().rootId());
                    return new FileKeyStore(directory, lock, sync, keys, lock.stamp());
                } finally {
                    held.release();
                }
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        }
    }

    private static void create(Path directory, Sync sync) throws IOException {
        RootKey root = RootKey.create(directory);
        try (KeyFile first =
                KeyFile.create(directory.resolve(NEXT), new KeyFile.Header(UUID.randomUUID(), root.id()), sync)) {
            first.force();
        }
        putInPlace(directory);
    }

    private static void putInPlace(Path directory) throws IOException {
        // The root key's name first: the file that needs it must not be there without it.
        OwnerOnly.force(directory);
        Files.move(
                directory.resolve(NEXT),
                directory.resolve(KeyFile.NAME),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        OwnerOnly.force(directory);
    }

    private static OpenKeys openCaughtUp(Path directory, Sync sync) throws IOException {
        OpenKeys keys = OpenKeys.open(directory, sync);
        try {
            keys.catchUp();
            return keys;
        } catch (IOException | RuntimeException e) {
            keys.close();
            throw e;
        }
    }

    /** Those of before a rotation, or of one that did not come to its end. */
    private static void clearOtherRoots(Path directory, String current) throws IOException {
        boolean cleared = false;
        try (DirectoryStream<Path> roots = Files.newDirectoryStream(directory, "root-*.key")) {
            for (Path root : roots) {
                if (!root.equals(RootKey.file(directory, current))) {
                    RootKey.destroy(root);
                    cleared = true;
                }
            }
        }
        if (cleared) {
            OwnerOnly.force(directory);
        }
    }

    @Override
    public synchronized String id() {
        return keys.header().store().toString();
    }

    @Override
    public synchronized KeyState find(KeyName name) {
        if (broken) {
            return confirmed(() -> {
                KeyState found = keys.find(name);
                if (found instanceof KeyState.Absent && keys.hasGrown()) {
                    throw failedBefore();
                }
                return found;
            });
        }
        try {
            if (lock.stamp() == seen && !keys.hasGrown()) {
                return keys.find(name);
            }
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        } catch (StorageException e) {
            // Perhaps another process is writing just there. Then it is sound once that one has finished.
            return locked(false, () -> keys.find(name));
        }
        return locked(false, () -> keys.find(name));
    }

    @Override
    public synchronized KeyState obtain(KeyName name) {
        KeyState found = find(name);
        if (!(found instanceof KeyState.Absent)) {
            return found;
        }
        return locked(true, () -> {
            KeyState meanwhile = keys.find(name);
            if (!(meanwhile instanceof KeyState.Absent)) {
                return meanwhile;
            }
            DataKey made = new DataKey(HexFormat.of().formatHex(AesGcm.random(8)), AesGcm.random(DataKey.BYTES));
            keys.add(name, made);
            return new KeyState.Live(made);
        });
    }

    @Override
    public synchronized List<String> destroy(TenantId tenant, PartyId owner) {
        UUID holder = KeyName.holderOf(owner);
        return locked(true, () -> {
            if (!keys.isDestroyed(tenant, holder)) {
                seen = lock.advance();
                keys.destroy(tenant, holder);
            }
            return keys.destroyedPurposes(tenant, holder);
        });
    }

    @Override
    public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
        int count = locked(false, () -> keys.known());
        for (int place = 0; place < count; place++) {
            buried(place, tenant).map(PartyId::new).ifPresent(each);
        }
    }

    /** Places stay the same for ever, also when keys are rotated. */
    private synchronized Optional<UUID> buried(int place, TenantId tenant) {
        try {
            return keys.buried(place, tenant);
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        }
    }

    @Override
    public synchronized long destroyedCount() {
        return locked(false, () -> keys.tombstones());
    }

    @Override
    public long stamp() {
        try {
            return lock.stamp();
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        }
    }

    @Override
    public synchronized void rotate() {
        locked(true, () -> {
            RootKey root = RootKey.create(directory);
            KeyFile.Header header = new KeyFile.Header(keys.header().store(), root.id());
            try (KeyFile next = KeyFile.create(directory.resolve(NEXT), header, sync)) {
                keys.copy(next, root);
                next.force();
            }
            long advanced = lock.advance();
            putInPlace(directory);
            reopen();
            seen = advanced;
            clearOtherRoots(directory, root.id());
            return true;
        });
    }

    private synchronized <R> R locked(boolean writing, Work<R> work) {
        if (broken) {
            if (writing) {
                throw Trouble.unusable(directory, failedBefore());
            }
            return confirmed(work);
        }
        try {
            FileLock held = lock.acquire();
            try {
                catchUp();
                return work.run();
            } finally {
                held.release();
            }
        } catch (IOException e) {
            // What a failed sync left behind is unknown; trying again would only seem to succeed.
            broken |= writing || keys.isUnsure();
            throw Trouble.unusable(directory, e);
        }
    }

    /**
     * What is known to be durable, after a failed write: without catching up, since what was added since may be what
     * failed; and nothing if another has changed what was there.
     */
    private <R> R confirmed(Work<R> work) {
        try {
            if (lock.stamp() != seen) {
                throw failedBefore();
            }
            return work.run();
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        }
    }

    private static IOException failedBefore() {
        return new IOException("a write failed before");
    }

    private void catchUp() throws IOException {
        long stamp = lock.stamp();
        if (stamp != seen) {
            if (isReplaced()) {
                reopen();
            }
            seen = stamp;
        }
        keys.catchUp();
    }

    private boolean isReplaced() throws IOException {
        try (KeyFile now = KeyFile.open(directory.resolve(KeyFile.NAME), sync)) {
            return !now.header().equals(keys.header());
        }
    }

    private void reopen() throws IOException {
        OpenKeys before = keys;
        keys = openCaughtUp(directory, sync);
        before.close();
    }

    @Override
    public synchronized void close() {
        try {
            keys.close();
            lock.close();
        } catch (IOException e) {
            throw Trouble.unusable(directory, e);
        }
    }

    /** Without keys. */
    @Override
    public String toString() {
        return "FileKeyStore[" + directory + "]";
    }
}
