package fr.aisneneo.core.sealing.internal;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import fr.aisneneo.core.sealing.spi.DataKey;
import fr.aisneneo.core.sealing.spi.KeyName;
import fr.aisneneo.core.sealing.spi.KeyState;
import fr.aisneneo.core.sealing.spi.KeyStore;
import java.util.function.Function;

/**
 * The keys that were used lately, so that not every document asks the key store. What is remembered is worth nothing as
 * soon as the key store's {@linkplain KeyStore#stamp() stamp} is another than before the key was fetched: then a key
 * may have been destroyed. Thread-safe.
 */
public final class RememberedKeys {
    private static final int MOST = 10_000;

    private final KeyStore keys;
    private final Primitives primitives = new Primitives();
    private final Cache<KeyName, Remembered> cache =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Remembered(KeyState.Live state, long stamp) {}

    /**
     * Remembers nothing yet.
     *
     * @param keys where keys come from
     */
    public RememberedKeys(KeyStore keys) {
        this.keys = keys;
    }

    /**
     * As {@link KeyStore#find}.
     *
     * @param name its name
     * @return what became of it
     */
    public KeyState find(KeyName name) {
        return get(name, stamp(), keys::find);
    }

    /**
     * As {@link KeyStore#obtain}.
     *
     * @param name its name
     * @return the key, or that it was destroyed
     */
    public KeyState obtain(KeyName name) {
        return obtain(name, stamp());
    }

    /**
     * As {@link KeyStore#obtain}, for one of the keys that a document needs: the stamp is read once for all of them.
     *
     * @param name its name
     * @param stamp what {@link #stamp} said when the work on the document began
     * @return the key, or that it was destroyed
     */
    public KeyState obtain(KeyName name, long stamp) {
        return get(name, stamp, keys::obtain);
    }

    /**
     * As {@link KeyStore#stamp}.
     *
     * @return the number
     */
    public long stamp() {
        return keys.stamp();
    }

    private KeyState get(KeyName name, long stamp, Function<KeyName, KeyState> fetch) {
        Remembered known = cache.getIfPresent(name);
        if (known != null && known.stamp() == stamp) {
            return known.state();
        }
        KeyState fetched = fetch.apply(name);
        if (fetched instanceof KeyState.Live live) {
            cache.put(name, new Remembered(live, stamp));
            if (keys.stamp() != stamp) {
                // Destroyed meanwhile, perhaps, and everything forgotten before this was put there.
                cache.invalidate(name);
            }
        } else {
            cache.invalidate(name);
        }
        return fetched;
    }

    /**
     * A key to seal and open with.
     *
     * @param key the key
     * @return the cipher
     */
    public AesGcm cipher(DataKey key) {
        return new AesGcm(key.secret(), primitives);
    }

    /**
     * A key of a blind index to hash with.
     *
     * @param key the key
     * @return the hash
     */
    public KeyedHash hash(DataKey key) {
        return new KeyedHash(key.secret(), primitives);
    }

    /**
     * How many are remembered, those that are worth nothing any more included.
     *
     * @return the count
     */
    public long count() {
        cache.cleanUp();
        return cache.estimatedSize();
    }

    /** Forgets everything. */
    public void clear() {
        cache.invalidateAll();
        primitives.clear();
    }
}
