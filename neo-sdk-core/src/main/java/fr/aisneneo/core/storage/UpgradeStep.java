package fr.aisneneo.core.storage;

import java.util.Map;

/** Changes a JSON body of one schema version into the next: renames a field, fills in a new one. */
@FunctionalInterface
public interface UpgradeStep {

    /**
     * Changes one body in place.
     *
     * @param body the JSON object: maps, lists, strings, {@link java.math.BigDecimal}, booleans
     */
    void upgrade(Map<String, Object> body);
}
