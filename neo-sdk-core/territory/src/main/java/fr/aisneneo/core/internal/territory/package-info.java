/** What the territory keeps beside its own values. */
package fr.aisneneo.core.internal.territory;
