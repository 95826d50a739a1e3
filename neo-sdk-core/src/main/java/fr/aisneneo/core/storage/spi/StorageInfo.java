package fr.aisneneo.core.storage.spi;

/**
 * What an open engine is.
 *
 * @param engine the engine's id, such as {@code rocksdb}
 * @param location where the data is, without secrets
 * @param durable whether acknowledged transactions survive the end of the process
 */
public record StorageInfo(String engine, String location, boolean durable) {}
