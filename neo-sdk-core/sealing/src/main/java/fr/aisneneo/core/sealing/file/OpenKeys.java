package fr.aisneneo.core.sealing.file;

import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A key file with its root key and an index of its slots. Used by one thread at a time. */
final class OpenKeys implements AutoCloseable {
    private final Path path;
    private final KeyFile file;
    private final RootKey root;
    private final SlotIndex index = new SlotIndex();
    private int known;
    private long tombstones;

    private OpenKeys(Path path, KeyFile file, RootKey root) {
        this.path = path;
        this.file = file;
        this.root = root;
    }

    static OpenKeys open(Path directory, Sync sync) throws IOException {
        Path path = directory.resolve(KeyFile.NAME);
        KeyFile file = KeyFile.open(path, sync);
        try {
            return new OpenKeys(
                    path, file, RootKey.read(directory, file.header().rootId()));
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e;
        }
    }

    KeyFile.Header header() {
        return file.header();
    }

    long tombstones() {
        return tombstones;
    }

    int known() {
        return known;
    }

    boolean hasGrown() throws IOException {
        return file.count() > known;
    }

    boolean isUnsure() {
        return file.isUnsure();
    }

    /**
     * Learns what was added, and finishes destructions that were begun. Under the lock.
     *
     * @throws fr.aisneneo.core.error.StorageException {@code sealing.key_store.damaged}
     */
    void catchUp() throws IOException {
        file.cutTornTail();
        int count = file.count();
        if (known == count) {
            return;
        }
        // Whoever wrote the last one may have died before it was durable, and the next is written behind it.
        file.rewriteLast();
        file.force();
        for (; known < count; known++) {
            Slot slot = file.read(known);
            index.add(slot.tenant(), slot.holder(), known);
            if (slot.type() == Slot.Type.TOMBSTONE) {
                tombstones++;
                bury(new TenantId(slot.tenant()), slot.holder());
            }
        }
    }

    KeyState find(KeyName name) throws IOException {
        KeyState found = new KeyState.Absent();
        for (int place : places(name.tenant(), name.holder())) {
            Slot slot = file.read(place);
            if (slot.type() == Slot.Type.TOMBSTONE) {
                return new KeyState.Destroyed();
            }
            if (slot.purpose().equals(name.purpose())) {
                found = slot.type() == Slot.Type.KEY
                        ? new KeyState.Live(unwrap(place, slot))
                        : new KeyState.Destroyed();
            }
        }
        return found;
    }

    private DataKey unwrap(int place, Slot slot) {
        return root.unwrap(slot, store()).orElseThrow(() -> Trouble.damaged(path, "slot " + place));
    }

    private String store() {
        return header().store().toString();
    }

    /** Under the lock, caught up. */
    void add(KeyName name, DataKey key) throws IOException {
        Slot bare = Slot.key(name, key.id());
        append(bare.wrapped(root.wrap(key, bare, store())));
    }

    private void append(Slot slot) throws IOException {
        file.noteCount();
        file.append(slot);
        file.force();
        index.add(slot.tenant(), slot.holder(), known++);
    }

    boolean isDestroyed(TenantId tenant, UUID holder) throws IOException {
        for (int place : places(tenant, holder)) {
            if (file.read(place).type() == Slot.Type.TOMBSTONE) {
                return true;
            }
        }
        return false;
    }

    /** Under the lock, caught up. From the tombstone on the keys count as destroyed; then they are. */
    void destroy(TenantId tenant, UUID holder) throws IOException {
        append(Slot.tombstone(tenant, holder));
        tombstones++;
        bury(tenant, holder);
    }

    private void bury(TenantId tenant, UUID holder) throws IOException {
        boolean changed = false;
        for (int place : places(tenant, holder)) {
            Slot slot = file.read(place);
            if (slot.type() == Slot.Type.KEY) {
                file.overwrite(place, slot.destroyed());
                changed = true;
            }
        }
        if (changed) {
            file.force();
        }
    }

    List<String> destroyedPurposes(TenantId tenant, UUID holder) throws IOException {
        List<String> purposes = new ArrayList<>();
        for (int place : places(tenant, holder)) {
            Slot slot = file.read(place);
            if (slot.type() == Slot.Type.DESTROYED) {
                purposes.add(slot.purpose());
            }
        }
        return purposes.stream().sorted().toList();
    }

    /** Who a tombstone is for, if the slot is one of the tenant's. */
    Optional<UUID> buried(int place, TenantId tenant) throws IOException {
        Slot slot = file.read(place);
        boolean theirs = slot.type() == Slot.Type.TOMBSTONE && slot.tenant().equals(tenant.value());
        return theirs ? Optional.of(slot.holder()) : Optional.empty();
    }

    /** Writes every slot in the same place of another file, keys wrapped by another root key. Under the lock. */
    void copy(KeyFile to, RootKey anew) throws IOException {
        for (int place = 0; place < known; place++) {
            Slot slot = file.read(place);
            to.append(
                    slot.type() == Slot.Type.KEY ? slot.wrapped(anew.wrap(unwrap(place, slot), slot, store())) : slot);
        }
        to.noteCount();
    }

    private List<Integer> places(TenantId tenant, UUID holder) throws IOException {
        List<Integer> candidates = new ArrayList<>();
        index.forEach(tenant.value(), holder, candidates::add);
        List<Integer> places = new ArrayList<>(candidates.size());
        for (int place : candidates) {
            if (file.read(place).isOf(tenant, holder)) {
                places.add(place);
            }
        }
        return places;
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
