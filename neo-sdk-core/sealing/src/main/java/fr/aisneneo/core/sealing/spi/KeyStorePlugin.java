package fr.aisneneo.core.sealing.spi;

import fr.aisneneo.core.plugin.Plugin;
import fr.aisneneo.core.plugin.Settings;

/**
 * Opens key stores; its descriptor's id is the scheme of the URI ({@code file} for {@code file:keys}).
 *
 * <p>Thread-safe; called on a thread of its own, for which the thread that opens the key store waits a bounded time.
 */
public interface KeyStorePlugin extends Plugin {

    /**
     * Opens, and where there is none makes, a key store.
     *
     * @param location what stands behind the scheme and its colon; may be empty
     * @param settings the settings given, checked against the descriptor
     * @return the open key store
     * @throws fr.aisneneo.core.error.StorageException if it cannot be used
     */
    KeyStore open(String location, Settings settings);
}
