/** The engine {@code memory:}. */
package fr.aisneneo.core.storage.memory;
