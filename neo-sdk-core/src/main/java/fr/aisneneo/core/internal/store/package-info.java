/**
 * The store behind {@link fr.aisneneo.core.storage.Store}: typed documents, joining, retries, upgrades over an engine.
 */
package fr.aisneneo.core.internal.store;
