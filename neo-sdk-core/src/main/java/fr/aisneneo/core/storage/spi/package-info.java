/**
 * What a storage engine implements: {@link fr.aisneneo.core.storage.spi.Storage} and its
 * {@link fr.aisneneo.core.storage.spi.StorageTransaction}.
 *
 * <p>An engine keeps documents (a text id, a version, an opaque body) in named collections, each document in one
 * tenant, with ordered index entries that the SDK computes and hands over: an engine never looks into a body. JSON-B,
 * typed collections, joining of nested calls, retries, schema upgrades and the cache of decoded documents are the SDK's
 * part ({@link fr.aisneneo.core.storage.Store}).
 *
 * <p>The contract is {@code StorageTck} in {@code neo-sdk-core-tck}: an engine that passes it serves every domain. An
 * engine over a sorted key-value store can start from {@link fr.aisneneo.core.storage.kv}.
 */
package fr.aisneneo.core.storage.spi;
