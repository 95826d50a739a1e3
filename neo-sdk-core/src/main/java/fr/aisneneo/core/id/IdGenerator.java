package fr.aisneneo.core.id;

import java.util.UUID;

/**
 * Makes identifiers that sort by time. Thread-safe.
 *
 * <p>The SDK's own is {@link UuidV7Generator}; a test may bring one that counts.
 */
@FunctionalInterface
public interface IdGenerator {

    /**
     * A new identifier, never given before.
     *
     * @return a UUIDv7
     */
    UUID next();
}
