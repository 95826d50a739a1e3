/** What sealing keeps for itself. */
package fr.aisneneo.core.sealing.internal;
