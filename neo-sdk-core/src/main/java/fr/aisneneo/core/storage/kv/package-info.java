/**
 * A storage engine's transaction over any sorted key-value store: what {@code memory:} and {@code rocksdb:} share, and
 * what an engine author may start from.
 */
package fr.aisneneo.core.storage.kv;
