package fr.aisneneo.core.storage;

import java.util.Map;

/**
 * Changes a JSON body of one schema version into the next: renames a field, fills in a new one.
 *
 * <p>Called on the thread that declares the collection, within a transaction: once for each document of an older
 * version, and again where that transaction is retried or an interrupted upgrade starts over. SDKs that share the
 * collection may call it at the same time. So implementations are thread-safe and change nothing but the body.
 */
@FunctionalInterface
public interface UpgradeStep {

    /**
     * Changes one body in place.
     *
     * @param body the JSON object: maps, lists, strings, {@link java.math.BigDecimal}, booleans
     */
    void upgrade(Map<String, Object> body);
}
