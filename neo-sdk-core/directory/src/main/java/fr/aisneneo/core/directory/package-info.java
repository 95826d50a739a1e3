/**
 * The directory of a tenant: its parties, what they are and were to the territory, and their personal data, which only
 * they themselves and operators see and which can be erased.
 */
package fr.aisneneo.core.directory;
