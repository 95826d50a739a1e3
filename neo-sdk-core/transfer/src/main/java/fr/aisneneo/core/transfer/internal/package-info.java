/** What an import remembers in the store that it fills. */
package fr.aisneneo.core.transfer.internal;
