/** A key store in the heap, for tests and demonstrations. */
package fr.aisneneo.core.sealing.memory;
