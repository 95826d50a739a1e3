package fr.aisneneo.core.sealing.tck.example;

import fr.aisneneo.core.error.StorageException;
import fr.aisneneo.core.party.PartyId;
import fr.aisneneo.core.sealing.SealingError;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import fr.aisneneo.core.tenant.TenantId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.SecretKey;

/**
 * Keys in one text file, wrapped by a secret that the application keeps elsewhere already. For a few thousand keys:
 * each change writes the file anew. Thread-safe; one process at a time.
 */
final class TextFileKeyStore implements KeyStore {
    private final TextFile file;
    private final Wrapping master;
    private SortedMap<String, String> lines;
    private boolean closed;

    private TextFileKeyStore(TextFile file, SecretKey master) throws IOException {
        this.file = file;
        this.master = new Wrapping(master);
        this.lines = file.read();
    }

    /** Opens the file, and makes it where there is none. */
    static TextFileKeyStore open(Path path, SecretKey master) {
        try {
            TextFile file = TextFile.open(path);
            try {
                TextFileKeyStore keys = new TextFileKeyStore(file, master);
                if (keys.lines.isEmpty()) {
                    SortedMap<String, String> first = new TreeMap<>();
                    first.put("store", UUID.randomUUID().toString());
                    first.put("root", keys.master.wrap(Wrapping.random(32), "root"));
                    keys.save(first);
                }
                keys.root(); // or it is another secret, which is better told now
                return keys;
            } catch (IOException | RuntimeException e) {
                file.close();
                throw e;
            }
        } catch (IOException e) {
            throw unusable(path, e);
        }
    }

    @Override
    public synchronized String id() {
        return lines.getOrDefault("store", "");
    }

    @Override
    public synchronized KeyState find(KeyName name) {
        checkOpen();
        if (lines.containsKey(gone(name.tenant(), name.holder()))) {
            return new KeyState.Destroyed();
        }
        String line = lines.get(key(name));
        if (line == null) {
            return new KeyState.Absent();
        }
        String[] parts = line.split(" ", -1);
        return new KeyState.Live(new DataKey(parts[0], root().unwrap(parts[1], key(name) + parts[0])));
    }

    @Override
    public synchronized KeyState obtain(KeyName name) {
        KeyState found = find(name);
        if (!(found instanceof KeyState.Absent)) {
            return found;
        }
        DataKey made = new DataKey(HexFormat.of().formatHex(Wrapping.random(8)), Wrapping.random(DataKey.BYTES));
        SortedMap<String, String> next = new TreeMap<>(lines);
        next.put(key(name), made.id() + " " + root().wrap(made.secret(), key(name) + made.id()));
        save(next); // before anybody has the key
        return new KeyState.Live(made);
    }

    @Override
    public synchronized List<String> destroy(TenantId tenant, PartyId owner) {
        checkOpen();
        String gone = gone(tenant, KeyName.holderOf(owner));
        if (!lines.containsKey(gone)) {
            SortedMap<String, String> next = new TreeMap<>(lines);
            String prefix = "key/" + tenant.value() + "/" + owner.value() + "/";
            List<String> purposes = new ArrayList<>();
            next.keySet().removeIf(line -> {
                boolean theirs = line.startsWith(prefix);
                if (theirs) {
                    purposes.add(line.substring(prefix.length()));
                }
                return theirs;
            });
            next.put(gone, String.join(" ", purposes)); // the tombstone and the end of the keys are one write
            save(next);
        }
        String purposes = lines.getOrDefault(gone, "");
        return purposes.isEmpty() ? List.of() : List.of(purposes.split(" ", -1));
    }

    @Override
    public void forEachDestroyed(TenantId tenant, Consumer<PartyId> each) {
        String prefix = "gone/" + tenant.value() + "/";
        List<String> all = gone(prefix);
        all.forEach(line -> each.accept(new PartyId(UUID.fromString(line.substring(prefix.length())))));
    }

    @Override
    public synchronized long destroyedCount() {
        return gone("gone/").size();
    }

    @Override
    public synchronized long stamp() {
        return destroyedCount();
    }

    @Override
    public synchronized void rotate() {
        checkOpen();
        byte[] anew = Wrapping.random(32);
        Wrapping before = root();
        Wrapping after = Wrapping.with(anew);
        SortedMap<String, String> next = new TreeMap<>(lines);
        next.put("root", master.wrap(anew, "root"));
        next.replaceAll((name, line) -> {
            if (!name.startsWith("key/")) {
                return line;
            }
            String[] parts = line.split(" ", -1);
            return parts[0] + " " + after.wrap(before.unwrap(parts[1], name + parts[0]), name + parts[0]);
        });
        save(next);
    }

    @Override
    public synchronized void close() {
        closed = true;
        try {
            file.close();
        } catch (IOException e) {
            throw unusable(file.path(), e);
        }
    }

    private static String key(KeyName name) {
        return "key/" + name.tenant().value() + "/" + name.holder() + "/" + name.purpose();
    }

    private static String gone(TenantId tenant, UUID holder) {
        return "gone/" + tenant.value() + "/" + holder;
    }

    private synchronized List<String> gone(String prefix) {
        checkOpen();
        return lines.keySet().stream().filter(line -> line.startsWith(prefix)).toList();
    }

    private Wrapping root() {
        return Wrapping.with(master.unwrap(lines.getOrDefault("root", ""), "root"));
    }

    private void save(SortedMap<String, String> next) {
        try {
            file.replace(next);
            lines = next; // only now: what could not be written has not happened
        } catch (IOException e) {
            throw unusable(file.path(), e);
        }
    }

    private void checkOpen() {
        if (closed) {
            throw unusable(file.path(), new IOException("closed"));
        }
    }

    private static StorageException unusable(Path path, IOException e) {
        return new StorageException(
                SealingError.KEY_STORE_UNUSABLE, Map.of("location", path, "reason", e.toString()), e);
    }
}
