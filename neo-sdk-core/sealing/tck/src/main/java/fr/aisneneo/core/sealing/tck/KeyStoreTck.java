package fr.aisneneo.core.sealing.tck;

import fr.aisneneo.core.sealing.spi.KeyStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/**
 * The contract of {@link KeyStore}: one that passes may keep the keys of everybody whose personal data the SDK seals.
 *
 * <p>An author extends this class in the tests of the key store, and runs it with JUnit Jupiter, which comes with this
 * library:
 *
 * <pre>{@code
 * class VaultKeyStoreTckTest extends KeyStoreTck {
 *     @Override
 *     public KeyStore open(Path directory) {
 *         return VaultKeyStore.open(vault, directory.toString());
 *     }
 * }
 * }</pre>
 *
 * <p>The cases stand in groups by concept; each has a key store of its own. They wait for each other with bounds, never
 * by sleeping, and the outcome for a sound key store does not depend on timing. Cases that need a hook which the author
 * did not override are skipped with a message that names it.
 *
 * <p>Some cases start another JVM on the class path of this one, which makes an instance of the author's class with its
 * constructor without parameters, calls {@link #open}, and is killed; so that class must have one, must not be an inner
 * class, and must open the same key store for the same directory in another process.
 *
 * <p>What no test can see remains the author's to prove: that a key outlives a power cut once it is given out, and that
 * a destroyed one can be read nowhere.
 *
 * <p>An instance serves one case at a time, on the thread of that case, which opens the key stores; they are then used
 * by many threads at once.
 */
@BoundedTime
public abstract class KeyStoreTck
        implements Obtaining, Destroying, Visiting, Rotating, Asking, Refusing, Reopening, Sharing, Crashing {
    private final AtomicInteger directories = new AtomicInteger();
    private @Nullable KeyStore keys;

    @TempDir
    private @Nullable Path parent;

    /** For subclasses. */
    protected KeyStoreTck() {}

    /**
     * Opens the key store of a directory, and makes an empty one if the directory does not exist. A directory names one
     * key store: one that is kept elsewhere may take the path as its name, which is another for each case.
     *
     * @param directory the directory; its parent exists
     * @return the open key store; the case closes it
     */
    @Override
    public abstract KeyStore open(Path directory);

    /**
     * Whether the same directory, opened again, is the same key store. Only one for tests says no.
     *
     * @return true, unless overridden
     */
    @Override
    public boolean keepsKeys() {
        return true;
    }

    /**
     * Whether the same directory may be open twice in this process, as a key store that several machines share may.
     *
     * @return false, unless overridden
     */
    @Override
    public boolean opensTwice() {
        return false;
    }

    /**
     * Whether a closed key store refuses what is asked of it. One that says in its Javadoc that it stays usable says
     * no.
     *
     * @return true, unless overridden
     */
    @Override
    public boolean endsWhenClosed() {
        return true;
    }

    /**
     * How often each crash case kills the process that works on one key store.
     *
     * @return 4, unless overridden; 0 to skip them, for a key store that no other process can open
     */
    @Override
    public int crashRounds() {
        return 4;
    }

    /**
     * The files that the keys of a directory are in, each of which is cut off and overwritten to see that the key store
     * says so ({@code sealing.key_store.damaged}, with the path as the fact {@code file}). Called when nobody has it
     * open.
     *
     * @param directory the directory of a key store
     * @return none, unless overridden: then that case is skipped
     * @throws IOException if they cannot be listed
     */
    @Override
    public List<Path> filesOf(Path directory) throws IOException {
        return List.of();
    }

    @Override
    public final Path newDirectory() {
        Path given = parent;
        if (given == null) {
            throw new IllegalStateException("JUnit gave no temporary directory");
        }
        return given.resolve("keys-" + directories.incrementAndGet());
    }

    @Override
    public final KeyStore keys() {
        KeyStore current = keys;
        if (current == null) {
            current = open(newDirectory());
            keys = current;
        }
        return current;
    }

    /** Closes the key store of the case. */
    @AfterEach
    final void closeKeys() {
        if (keys != null) {
            keys.close();
            keys = null;
        }
    }
}
