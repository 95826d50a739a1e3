package fr.aisneneo.example.benchmarks.lab;

import fr.aisneneo.core.Neo;

/**
 * The SDK on a store of its own.
 *
 * @param neo the SDK
 * @param store its store, which goes with it
 */
public record OpenSdk(Neo neo, SdkStore store) implements AutoCloseable {
    /**
     * Opens the SDK on an empty store.
     *
     * @param engine which engine
     * @param lab where
     * @return the SDK
     * @throws Exception if it cannot be opened
     */
    public static OpenSdk on(Engine engine, Lab lab) throws Exception {
        SdkStore store = engine.newStore(lab);
        return new OpenSdk(store.open(), store);
    }

    @Override
    public void close() throws Exception {
        neo.close();
        store.remove();
    }
}
