/**
 * Contracts for plugin authors: {@link fr.aisneneo.core.tck.PluginTck} for any plugin,
 * {@link fr.aisneneo.core.tck.StorageTck} and {@link fr.aisneneo.core.tck.DurableStorageTck} for storage engines. An
 * author extends one in the tests of the plugin; its cases run with JUnit Jupiter and jqwik.
 */
package fr.aisneneo.core.tck;
